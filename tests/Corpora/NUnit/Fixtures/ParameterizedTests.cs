namespace Corpus.Fixtures;

[TestFixture(1, "one")]
[TestFixture(2, HostileText.Quotes)]
[TestFixture(3, HostileText.Pipes)]
[TestFixture(4, HostileText.Balanced)]
[TestFixture(5, HostileText.Unbalanced)]
[TestFixture(6, HostileText.CarriageReturnLineFeed)]
[TestFixture(7, HostileText.Dots)]
[TestFixture(8, HostileText.Emoji)]
[TestFixture(9, null)]
[TestFixture(10, "")]
[TestFixture(11, HostileText.Long)]
[TestFixture(12, HostileText.Nul)]
[TestFixture(13, HostileText.Generics)]
public sealed class ParameterizedTests(int number, string text)
{
    [Test]
    public void Knows_its_number() => Assert.That(number, Is.Not.EqualTo(5));

    [TestCase(1)]
    [TestCase("a)b(.c")]
    public void Has_rows_as_well(object row) => Assert.That(text, Is.Not.EqualTo(HostileText.Dots));
}

[TestFixture(1)]
[TestFixture(1)]
public sealed class TwinFixtureTests(int number)
{
    [Test]
    public void Runs_twice() => Assert.That(number, Is.EqualTo(1));
}

[TestFixtureSource(nameof(Sources))]
public sealed class SourcedFixtureTests(string text)
{
    private static IEnumerable<TestFixtureData> Sources =>
    [
        new TestFixtureData("plain"),
        new TestFixtureData("named").SetArgDisplayNames("a (given) name"),
        new TestFixtureData("ignored").Ignore("by source"),
        new TestFixtureData("explicit").Explicit("by source"),
        new TestFixtureData(HostileText.Angles),
    ];

    [Test]
    public void Knows_its_text() => Assert.That(text, Is.Not.EqualTo(HostileText.Angles));
}

[TestFixtureSource(nameof(Sources))]
public sealed class BrokenSourceFixtureTests(string text)
{
    private static IEnumerable<string> Sources => throw new InvalidOperationException("the fixture's source is broken");

    [Test]
    public void Never_runs() => Assert.That(text, Is.Null);
}

[TestFixture("one too many")]
public sealed class WronglyParameterizedTests
{
    [Test]
    public void Cannot_be_made() => Assert.Pass();
}
