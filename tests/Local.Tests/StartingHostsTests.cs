using TestFlock.Core.Progress;
using TestFlock.Core.Reporting;
using TestFlock.Local.Tests.Support;

namespace TestFlock.Local.Tests;

/// <summary>What becomes of batches while test hosts of the caller's own machine start.</summary>
public sealed class StartingHostsTests
{
    private readonly TaskCompletionSource _host = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenSource _end = new();

    [Fact]
    public async Task Slot_without_its_host_leaves_batches_to_those_that_have_theirs()
    {
        var flock = Flock(slot => slot == 1 ? _host.Task : Task.CompletedTask).With("first").With("second").With("third");
        var agent = flock.StartAgent(ScriptedRunners.Passing, slots: 2, _end.Token);

        await flock.StartRun();

        flock.Report.Of<ResultFinal>().Select(result => result.Place.Slot).ShouldBe([2, 2, 2]);
        await _end.CancelAsync();
        await agent;
    }

    [Fact]
    public async Task Run_that_no_slot_can_serve_yet_says_so_and_is_served_then()
    {
        var flock = Flock(_ => _host.Task).With("only");
        var agent = flock.StartAgent(ScriptedRunners.Passing, slots: 2, _end.Token);
        var run = flock.StartRun();
        while (flock.Report.Of<ProgressMade>() is not [.., { Progress.WaitsFor: not null }])
            await flock.AdvanceAsync();

        flock.Report.Of<ProgressMade>()[^1].Progress.WaitsFor
            .ShouldBe(new WaitReason(WaitKind.Package, "the start of test processes"));

        _host.SetResult();
        await run;
        flock.Report.Of<ResultFinal>().ShouldHaveSingleItem();
        await _end.CancelAsync();
        await agent;
    }

    private static FlockUnderTest Flock(Func<int, Task> slotReady) =>
        new() { Coordination = new LocalCoordination(new UnlimitedMachine(), slotReady) };
}
