using TestFlock.Contracts;
using TestFlock.Core.Reporting;

namespace TestFlock.Core.Tests.Runs;

/// <summary>Ends of attempts, as short as tests want them.</summary>
internal static class Attempts
{
    public static FinishedAttempt On(string agent, int ordinal, bool fails, string message = "boom") => new()
    {
        Id = new AttemptId(ordinal, 1),
        Place = new AttemptPlace(agent, 1),
        End = AttemptEnd.Completed,
        Ended = default,
        Results =
        [
            new TestResult { Outcome = fails ? Outcome.Failed : Outcome.Passed, ErrorMessage = fails ? message : null },
        ],
    };
}
