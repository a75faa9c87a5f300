using TestFlock.Contracts;

namespace TestFlock.Core.Runs;

/// <summary>
/// The failed result of a test that did not come to its own end, so that no test is ever passed over in silence.
/// </summary>
internal static class UnfinishedResult
{
    public static TestResult Of(CaseProgress progress, AttemptEnd end, string? reason, DateTimeOffset at) => new()
    {
        Outcome = Outcome.Failed,
        DisplayName = progress.Case.DisplayName,
        ErrorMessage = $"{Headline(end)} {reason}".TrimEnd(),
        StartTime = progress.Began ?? at,
        EndTime = at,
        Duration = progress.Began is { } began ? at - began : TimeSpan.Zero,
    };

    private static string Headline(AttemptEnd end) => end switch
    {
        AttemptEnd.TimedOut => "TestFlock: timed out.",
        AttemptEnd.HostCrashed => "TestFlock: the test process died while this test ran.",
        AttemptEnd.AgentLost => "TestFlock: lost.",
        AttemptEnd.Cancelled => "TestFlock: cancelled.",
        AttemptEnd.Missing => "TestFlock: lost. The test process ended without reporting this test.",
        AttemptEnd.NoAgent => "TestFlock: not run.",
        _ => "TestFlock: lost. The test was told to be completed, but no result came.",
    };
}
