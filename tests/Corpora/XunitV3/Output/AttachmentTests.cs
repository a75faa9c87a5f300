namespace Corpus.Output;

public sealed class AttachmentTests
{
    public static IEnumerable<object[]> OddNames => OddFiles.Names.Select(name => new object[] { name });

    [Theory]
    [MemberData(nameof(OddNames))]
    public void Attaches_under_an_odd_name(string name) => TestContext.Current.AddAttachment(name, name);

    [Fact]
    public void Attaches_text() => TestContext.Current.AddAttachment("text", HostileText.Quotes + HostileText.Nul);

    [Fact]
    public void Attaches_bytes() => TestContext.Current.AddAttachment("bytes", new byte[] { 0, 1, 255 });

    [Fact]
    public void Attaches_a_picture() =>
        TestContext.Current.AddAttachment("picture", new byte[] { 0x89, 0x50, 0x4E, 0x47 }, "image/png");

    [Fact]
    public void Attaches_nothing() => TestContext.Current.AddAttachment("nothing", "");

    [Fact]
    public void Attaches_twice_under_one_name()
    {
        TestContext.Current.AddAttachment("twice", "the first");
        TestContext.Current.AddAttachment("twice", "the second", replaceExistingValue: true);
    }

    [Fact]
    public void Attaches_twice_under_one_name_against_the_rules()
    {
        TestContext.Current.AddAttachment("twice", "the first");
        TestContext.Current.AddAttachment("twice", "the second");
    }

    [Fact]
    public void Attaches_2_MB() => TestContext.Current.AddAttachment("large", new string('x', 2 * 1024 * 1024));

    [Fact]
    public void Attaches_and_fails()
    {
        TestContext.Current.AddAttachment("evidence", "evidence");
        Assert.Fail("fails with an attachment");
    }

    [Fact]
    public void Attaches_and_is_skipped()
    {
        TestContext.Current.AddAttachment("evidence", "evidence");
        Assert.Skip("skipped with an attachment");
    }
}
