using TestFlock.Agent.Run;
using TestFlock.Contracts;
using TestFlock.Core.Overview;
using TestFlock.Core.Reporting;

namespace TestFlock.Agent.Tests.Run;

/// <summary>What whoever watches a run may look into.</summary>
public sealed class AttemptsForWatchersTests
{
    private static readonly TestCase Adds = new()
    {
        Id = Guid.NewGuid(),
        FullyQualifiedName = "Shop.Cart.Adds",
        DisplayName = "Adds",
        Source = "shop.dll",
        ExecutorUri = "executor://any",
    };

    [Theory]
    [InlineData(1, AttemptEnd.Completed, Outcome.Passed, false)]
    [InlineData(2, AttemptEnd.Completed, Outcome.Passed, true)]
    [InlineData(1, AttemptEnd.Completed, Outcome.Failed, true)]
    [InlineData(1, AttemptEnd.TimedOut, Outcome.Passed, true)]
    public void IsWorthALook_firstPass_isNot(int number, AttemptEnd end, Outcome outcome, bool expected) =>
        AttemptsForWatchers.IsWorthALook(Attempt(number, end, outcome)).ShouldBe(expected);

    [Fact]
    public void See_failure_tellsWhereAndWhatItSaid()
    {
        var seen = AttemptsForWatchers.See(Attempt(2, AttemptEnd.Completed, Outcome.Failed), Adds);

        seen.ShouldBe(new AttemptSeen("Adds", 2, "host-1/3", "Failed", "expected 1, was 2\nat Cart.Adds()\nthe log", 1.5));
    }

    [Fact]
    public void See_muchOutput_isCut() => AttemptsForWatchers.See(
        Attempt(1, AttemptEnd.HostCrashed, Outcome.Failed) with { Reason = new string('x', 9000) }, Adds)
        .Output.Length.ShouldBe(AttemptSeen.MostOutput + 1);

    private static FinishedAttempt Attempt(int number, AttemptEnd end, Outcome outcome)
    {
        var at = new DateTimeOffset(2030, 1, 1, 0, 0, 0, TimeSpan.Zero);
        return new FinishedAttempt
        {
            Id = new AttemptId(0, number),
            Place = new AttemptPlace("host-1", 3),
            End = end,
            Began = at,
            Ended = at.AddSeconds(1.5),
            Results =
            [
                new TestResult
                {
                    Outcome = outcome,
                    ErrorMessage = "expected 1, was 2",
                    ErrorStackTrace = "at Cart.Adds()",
                    Messages = [new ResultMessage { Category = "StdOutMsgs", Text = "the log" }],
                },
            ],
        };
    }
}
