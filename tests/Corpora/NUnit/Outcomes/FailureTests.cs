namespace Corpus.Outcomes;

public sealed class FailureTests
{
    [TestCaseSource(typeof(Failures), nameof(Failures.Names))]
    public void Throws(string failure) => Failures.Throw(failure);

    [TestCaseSource(typeof(HostileText), nameof(HostileText.All))]
    public void Fails_with_a_message(string message) => Assert.Fail(message);

    [TestCaseSource(typeof(HostileText), nameof(HostileText.Worst))]
    public void Differs_from(string text) => Assert.That("something else", Is.EqualTo(text));

    [Test]
    public void Is_ignored_with_a_hostile_reason() =>
        Assert.Ignore(HostileText.Quotes + HostileText.Control + HostileText.LineFeed + HostileText.Emoji);

    [Test]
    public void Catches_a_failure_but_stays_failed()
    {
        try
        {
            Assert.Fail("caught");
        }
        catch (AssertionException)
        {
            TestContext.Out.WriteLine("caught it");
        }
    }

    [Test]
    public void Fails_deep_in_recursion() => Fall(100);

    [Test]
    public async Task Fails_after_an_await()
    {
        await Task.Yield();
        Failures.Throw("inner");
    }

    [Test]
    public void Expects_an_exception_that_does_not_come() => Assert.Throws<InvalidOperationException>(() => { });

    [Test]
    public void Expects_another_exception() =>
        Assert.Throws<ArgumentException>(() => throw new InvalidOperationException("the wrong one"));

    private static void Fall(int depth)
    {
        if (depth == 0)
            Failures.Throw("plain");
        Fall(depth - 1);
    }
}
