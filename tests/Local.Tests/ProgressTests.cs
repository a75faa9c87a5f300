using TestFlock.Contracts;
using TestFlock.Core.Progress;
using TestFlock.Core.Reporting;
using TestFlock.Core.Settings;
using TestFlock.Local.Tests.Support;

namespace TestFlock.Local.Tests;

/// <summary>What a run tells of itself while it goes on.</summary>
public sealed class ProgressTests
{
    [Fact]
    public async Task Progress_countsWhatIsDoneFailedFlakyAndBusy()
    {
        var flock = new FlockUnderTest { Retry = new RetryOptions { Max = 1 } }
            .With("passes").With("is flaky").With("fails").With("waits");
        var released = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var stop = new CancellationTokenSource();
        var agent = flock.StartAgent((attempt, tell, _) => RunAsync(attempt, tell, released.Task), slots: 2, stop.Token);
        var run = flock.StartRun();
        await flock.Report.WaitForAsync(e => e is CaseFinished && flock.Report.Of<CaseFinished>().Count >= 2);
        while (flock.Report.Of<ProgressMade>() is not [.., { Progress.Done: 3 }])
            await flock.AdvanceAsync();

        var told = flock.Report.Of<ProgressMade>()[^1].Progress;

        (told.Total, told.Failed, told.Flaky, told.SlotsBusy).ShouldBe((4, 1, 1, 1));
        told.WaitsFor.ShouldBeNull();
        released.SetResult();
        await run;
        await EndAsync(agent, stop);
    }

    [Fact]
    public async Task Progress_withoutAnAgent_saysWhatItWaitsFor()
    {
        var flock = new FlockUnderTest().Requiring("browser=chrome").With("in a browser");
        var run = flock.StartRun();
        while (flock.Report.Of<ProgressMade>().Count == 0)
            await flock.AdvanceAsync();

        var reason = flock.Report.Of<ProgressMade>()[0].Progress.WaitsFor.ShouldNotBeNull();

        reason.Kind.ShouldBe(WaitKind.Agents);
        reason.Text.ShouldStartWith("agents for 1 batch: No agent is alive.");
        flock.Coordinator.Cancel();
        await run;
    }

    private static async Task EndAsync(Task agent, CancellationTokenSource stop)
    {
        await stop.CancelAsync();
        await agent.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private static async Task RunAsync(RequestedAttempt attempt, Func<AgentEvent, ValueTask> tell, Task released)
    {
        await tell(new AttemptStarted { Attempt = attempt.Id, At = default });
        if (attempt.Case.DisplayName == "waits")
            await released;
        var fails = attempt.Case.DisplayName == "fails"
            || (attempt.Case.DisplayName == "is flaky" && attempt.Id.Number == 1);
        await tell(new ResultArrived
        {
            Attempt = attempt.Id,
            Result = Cases.Result(fails ? Outcome.Failed : Outcome.Passed),
        });
        await tell(new AttemptEnded { Attempt = attempt.Id, End = AttemptEnd.Completed, At = default });
    }
}
