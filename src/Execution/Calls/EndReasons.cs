using System.Globalization;
using System.Text;
using TestFlock.Contracts;
using TestFlock.Execution.Ledger;
using TestFlock.Execution.Output;
using TestFlock.Execution.ProcessTrees;

namespace TestFlock.Execution.Calls;

/// <summary>
/// Says why an attempt did not come to its own end: what happened, what was last heard, how to see it again, what to
/// do.
/// </summary>
internal sealed class EndReasons(ITestCall call)
{
    public string Died() => With(
        $"{HowItDied()} {Cure()}");

    public string DiedBefore() => With(
        $"It was run alone, and {LowerFirst(HowItDied())} The framework had not told that the test had begun: a "
        + "set-up, a static constructor or a data source may be the cause, or the test ended the process at once.");

    public string DiedAgain() => With(
        $"It ran when its process died, was run again alone, and {LowerFirst(HowItDied())} {Cure()}");

    /// <param name="test">What ran out of time.</param>
    /// <param name="limit">What it may take.</param>
    /// <param name="stacks">What its process was doing; null when that could not be had.</param>
    public string TimedOut(LedgerEntry test, TimeSpan limit, string? stacks)
    {
        var (whose, cure) = test switch
        {
            { IsTimeoutLearned: true } => ("many times what it took in its last runs",
                "give it the trait TestFlock.Timeout, or raise <Timeouts Learned=\"…\"> in the run settings"),
            { Timeout: not null } => ("its own limit", "raise its trait TestFlock.Timeout"),
            _ => ("the limit for one test", "raise <Timeouts Test=\"…\"> in the run settings"),
        };
        var text = With(string.Create(
            CultureInfo.InvariantCulture,
            $"It ran longer than {limit:c}, {whose}, and its process was killed. If it needs longer, {cure}."));
        return stacks is null ? text : $"{text}\nWhat its threads did then:\n{stacks}";
    }

    public string DiedOfAnother(TestCase victim) => With(
        $"{HowItDied()} That was while {victim.DisplayName} ran, which came to its own end in a fresh process. So "
        + "something that another test left behind, such as a thread, ended the process: see the output, and "
        + "the tests that ran before.");

    public string NeverReported() => With(
        "Two calls of the test platform, the second for this test alone, ended in peace without reporting it. The "
        + "framework's adapter did not find it any more: its name or data may differ from run to run.");

    public string NeverGotToTheTests() => With(
        "The test platform ended twice before it came to the tests. Is the test project built, with "
        + "TestFlock.TestAdapter in it, and the .NET it needs installed here?");

    private string HowItDied()
    {
        var exit = call.Exit;
        if (call.EndedInPeace)
            return "The framework ended its run without another word on the test.";
        if (exit?.ExitCode is not { } code)
            return "The test process died; its exit code could not be read.";
        return !OperatingSystem.IsWindows() && UnixSignals.NameOf(code) is { } signal
            ? $"The test process {exit.ProcessId} was killed by {signal} (exit code {code})."
            : $"The test process {exit.ProcessId} exited with code {code}.";
    }

    private string Cure()
    {
        var code = call.Exit?.ExitCode;
        return code switch
        {
            137 => "Nobody but the system or another user's hand kills so: was memory short? The "
                + "kernel's log would say so.",
            134 or 139 or -1073741819 or -1073740791 =>
                "A crash in native code, an endless recursion or Environment.FailFast does that; "
                    + "the output may say where.",
            >= 0 and < 128 => "Something in it ended the process, such as Environment.Exit.",
            _ => "",
        };
    }

    private string With(string what)
    {
        var text = new StringBuilder(what.TrimEnd());
        foreach (var complaint in call.Complaints)
            text.Append('\n').Append(complaint);
        if (LastWords.In(call.OutputTail.Trim()) is { Length: > 0 } words)
            text.Append("\nIts last output:\n").Append(words);
        text.Append("\nTo run it again: ").Append(call.Command);
        return text.Append("\nIts files are kept in ").Append(call.Folder).ToString();
    }

    private static string LowerFirst(string sentence) => char.ToLowerInvariant(sentence[0]) + sentence[1..];
}
