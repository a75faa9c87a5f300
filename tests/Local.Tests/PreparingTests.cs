using TestFlock.Core.Reporting;
using TestFlock.Local.Tests.Support;

namespace TestFlock.Local.Tests;

/// <summary>What becomes of a batch while an agent gets what its tests are in.</summary>
public sealed class PreparingTests
{
    private readonly FlockUnderTest _flock = new FlockUnderTest().With("only");
    private readonly CancellationTokenSource _end = new();

    [Fact]
    public async Task Prepare_takesLong_leavesLeaseAndBatchToOthers()
    {
        var preparing = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var run = _flock.StartRun();
        var slow = _flock.StartAgent(ScriptedRunners.Passing, slots: 2, _end.Token, "slow", async stop =>
        {
            preparing.TrySetResult();
            await Task.Delay(Timeout.Infinite, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        });
        await preparing.Task;

        var ready = _flock.StartAgent(ScriptedRunners.Passing, slots: 1, _end.Token, "ready");
        await run;

        _flock.Report.Of<ResultFinal>().ShouldHaveSingleItem().Place.Agent.ShouldBe("ready");
        await _end.CancelAsync();
        await Task.WhenAll(slow, ready);
    }

    [Fact]
    public async Task Prepare_done_takesTheBatchThatWaited()
    {
        var fetched = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var run = _flock.StartRun();
        var agent = _flock.StartAgent(ScriptedRunners.Passing, slots: 1, _end.Token, "agent-1", _ =>
        {
            begun.TrySetResult();
            return fetched.Task;
        });
        await begun.Task;

        fetched.SetResult();
        await run;

        _flock.Report.Of<ResultFinal>().ShouldHaveSingleItem();
        await _end.CancelAsync();
        await agent;
    }
}
