using System.Collections.Concurrent;
using TestFlock.Contracts;
using TestFlock.Core.Reporting;
using TestFlock.Core.Settings;
using TestFlock.Local.Tests.Support;

namespace TestFlock.Local.Tests;

/// <summary>Where a failed test is tried again when there are several agents.</summary>
public sealed class OtherAgentTests : IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentQueue<string> _ran = new();

    [Fact]
    public async Task Failed_test_waits_for_the_other_agent_though_the_first_has_a_free_slot()
    {
        var flock = new FlockUnderTest { Retry = new RetryOptions { Max = 3 } };
        flock.Requiring("agent=bert").With("long").Requiring("agent=anna").With("onlyAnna");
        flock.Requiring("").With("failing");
        var hasFailed = flock.Report.WaitForAsync(e => e is AttemptFinished { Attempt.Id: { Ordinal: 2, Number: 1 } });
        var annaIsDone = flock.Report.WaitForAsync(e => e is CaseFinished { Ordinal: 1 });
        var anna = flock.StartAgent(
            async (attempt, tell, _) =>
            {
                if (attempt.Case.DisplayName == "onlyAnna")
                    await hasFailed;
                await TellAsync("anna", attempt, tell, Outcome.Failed);
            },
            2,
            _stop.Token,
            "anna");
        var bert = flock.StartAgent(
            async (attempt, tell, _) =>
            {
                if (attempt.Case.DisplayName == "long")
                    await annaIsDone;
                await TellAsync("bert", attempt, tell, Outcome.Passed);
            },
            1,
            _stop.Token,
            "bert");

        await flock.StartRun();
        await EndAsync(anna, bert);

        // Four attempts of another test went by in the one slot while the other was free.
        RunsOf("onlyAnna").ShouldBe(["1 anna", "2 anna", "3 anna", "4 anna"]);
        RunsOf("failing").ShouldBe(["1 anna", "2 bert"]);
        flock.Report.Of<CaseFinished>().Single(c => c.Ordinal == 2).Outcome.ShouldBe(Outcome.Passed);
    }

    public void Dispose() => _stop.Dispose();

    private async Task TellAsync(
        string agent, RequestedAttempt attempt, Func<AgentEvent, ValueTask> tell, Outcome outcome)
    {
        _ran.Enqueue($"{attempt.Case.DisplayName} {attempt.Id.Number} {agent}");
        await tell(new AttemptStarted { Attempt = attempt.Id, At = default });
        await tell(new ResultArrived { Attempt = attempt.Id, Result = Cases.Result(outcome) });
        await tell(new AttemptEnded { Attempt = attempt.Id, End = AttemptEnd.Completed, At = default });
    }

    private IEnumerable<string> RunsOf(string test) =>
        _ran.Where(run => run.StartsWith($"{test} ", StringComparison.Ordinal)).Select(run => run[(test.Length + 1)..]);

    private async Task EndAsync(params Task[] agents)
    {
        await _stop.CancelAsync();
        await Task.WhenAll(agents).ContinueWith(_ => { }, TaskScheduler.Default);
    }
}
