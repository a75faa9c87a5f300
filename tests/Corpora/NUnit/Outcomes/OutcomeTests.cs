namespace Corpus.Outcomes;

public sealed class OutcomeTests
{
    [Test]
    public void Passes()
    {
    }

    [Test]
    public void Passes_with_a_message() => Assert.Pass("passed, with a message");

    [TestCaseSource(typeof(HostileText), nameof(HostileText.Worst))]
    public void Passes_with_a_hostile_message(string message) => Assert.Pass(message);

    [Test]
    public void Fails() => Assert.Fail("failed");

    [Test]
    public void Fails_without_a_message() => Assert.Fail();

    [Test]
    public void Is_inconclusive() => Assert.Inconclusive("nobody knows");

    [Test]
    public void Is_inconclusive_by_assumption() => Assume.That(1, Is.EqualTo(2));

    [Test]
    public void Is_ignored_at_run_time() => Assert.Ignore("ignored at run time");

    [Test]
    [Ignore("ignored by attribute")]
    public void Is_ignored() => Assert.Fail("runs though it is ignored");

    [Test]
    [Ignore("ignored for a long time", Until = "2999-01-01")]
    public void Is_ignored_for_a_long_time() => Assert.Fail("runs though it is ignored");

    [Test]
    [Ignore("was ignored", Until = "2000-01-01")]
    public void Was_ignored_long_ago() => Assert.Pass();

    [TestCase(1)]
    [TestCase(2)]
    [Ignore("both rows are ignored")]
    public void Has_ignored_rows(int row) => Assert.Fail("runs though it is ignored");

    [TestCase(1, Ignore = "this row is ignored")]
    [TestCase(2)]
    public void Has_one_ignored_row(int row) => Assert.That(row, Is.EqualTo(2));

    [Test]
    [Explicit("by attribute")]
    public void Is_explicit() => Assert.Pass();

    [Test]
    [Explicit]
    public void Is_explicit_and_would_fail() => Assert.Fail("an explicit test was run");

    [Test]
    public void Warns() => Assert.Warn("a warning");

    [Test]
    public void Warns_if() => Warn.If(1, Is.EqualTo(1), "one is one");

    [Test]
    public void Warns_and_fails()
    {
        Assert.Warn("a warning first");
        Assert.Fail("then a failure");
    }

    [Test]
    public void Fails_several_times() => Assert.Multiple(() =>
    {
        Assert.That(1, Is.EqualTo(2), "one");
        Assert.That("a", Is.EqualTo("b"), "a");
        Warn.Unless(false, "and a warning");
    });

    [Test]
    public void Fails_several_times_and_throws() => Assert.Multiple(() =>
    {
        Assert.That(1, Is.EqualTo(2), "one");
        throw new InvalidOperationException("thrown amid the asserts");
    });

    [Test]
    [Platform("Win")]
    public void Runs_on_windows_only() => Assert.Fail("runs though it is for Windows");

    [Test]
    [Platform(Exclude = "Win")]
    public void Runs_anywhere_but_on_windows() => Assert.Pass();

    [Test]
    [Culture("xx-XX")]
    public void Runs_in_another_culture_only() => Assert.Fail("runs though it is for another culture");

    [Test]
    [SetCulture("de-DE")]
    public void Writes_german_numbers() => Assert.That(1.5.ToString(), Is.EqualTo("1,5"));
}

[Ignore("the class is ignored")]
public sealed class IgnoredTests
{
    [Test]
    public void Is_ignored_with_its_class() => Assert.Fail("runs though it is ignored");

    [TestCase("(|)")]
    public void Is_ignored_with_its_class_and_has_rows(string row) => Assert.Fail("runs though it is ignored");
}

[Explicit("the class is explicit")]
public sealed class ExplicitTests
{
    [Test]
    public void Is_explicit_with_its_class() => Assert.Pass();

    [TestCase(1)]
    [TestCase(2)]
    public void Is_explicit_with_its_class_and_has_rows(int row) => Assert.Fail("an explicit test was run");
}
