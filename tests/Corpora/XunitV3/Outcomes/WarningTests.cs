namespace Corpus.Outcomes;

public sealed class WarningTests
{
    [Fact]
    public void Warns() => TestContext.Current.AddWarning("a warning");

    [Fact]
    public void Warns_and_fails()
    {
        TestContext.Current.AddWarning("a warning\nof two lines");
        TestContext.Current.AddWarning(HostileText.Control);
        Assert.Fail("fails after it warned");
    }

    [Fact]
    public void Sends_a_diagnostic_message() => TestContext.Current.SendDiagnosticMessage("a diagnostic message");

    [Fact]
    public void Cancels_nothing() => Assert.False(TestContext.Current.CancellationToken.IsCancellationRequested);
}
