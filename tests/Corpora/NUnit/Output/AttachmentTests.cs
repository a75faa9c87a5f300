namespace Corpus.Output;

public sealed class AttachmentTests
{
    [TestCaseSource(typeof(OddFiles), nameof(OddFiles.Names))]
    public void Attaches_an_odd_file(string name) => TestContext.AddTestAttachment(OddFiles.Write(name, name), name);

    [Test]
    public void Attaches_without_a_description() => TestContext.AddTestAttachment(OddFiles.Write("bare.txt", "bare"));

    [Test]
    public void Attaches_two_files_of_one_name()
    {
        TestContext.AddTestAttachment(OddFiles.Write("twin.txt", "the first"), "the first");
        TestContext.AddTestAttachment(OddFiles.Write("twin.txt", "the second"), "the second");
    }

    [Test]
    public void Attaches_one_file_twice()
    {
        var file = OddFiles.Write("again.txt", "again");
        TestContext.AddTestAttachment(file, "once");
        TestContext.AddTestAttachment(file, "twice");
    }

    [Test]
    public void Attaches_an_empty_file() => TestContext.AddTestAttachment(OddFiles.Write("empty.txt", ""), "empty");

    [Test]
    public void Attaches_2_MB() =>
        TestContext.AddTestAttachment(OddFiles.Write("large.txt", new string('x', 2 * 1024 * 1024)), "large");

    [Test]
    public void Attaches_and_fails()
    {
        TestContext.AddTestAttachment(OddFiles.Write("evidence.txt", "evidence"), HostileText.Quotes);
        Assert.Fail("fails with an attachment");
    }

    [Test]
    public void Attaches_what_is_gone_at_the_end()
    {
        var file = OddFiles.Write("gone.txt", "gone");
        TestContext.AddTestAttachment(file, "gone");
        File.Delete(file);
    }
}

public sealed class TearDownAttachmentTests
{
    [TearDown]
    public void Attach() => TestContext.AddTestAttachment(OddFiles.Write("late.txt", "late"), "from the tear-down");

    [Test]
    public void Passes_and_is_attached_to() => Assert.Pass();
}
