using System.Collections.Concurrent;
using TestFlock.Contracts;
using TestFlock.Core.Coordination;
using TestFlock.Core.Reporting;
using TestFlock.Local.Tests.Support;

namespace TestFlock.Local.Tests;

/// <summary>What a slot has not begun goes to slots that have nothing to do.</summary>
public sealed class TakingBackTests : IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly TaskCompletionSource _slowEnds = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ConcurrentQueue<string> _ran = new();

    [Fact]
    public async Task Mates_of_a_slow_test_are_done_by_a_free_slot_while_it_runs()
    {
        var flock = new FlockUnderTest().WithUnits("A.slow", "B.one", "C.two", "D.three");
        var agent = flock.StartAgent(RunAsync, 2, _stop.Token);
        var run = flock.StartRun();

        await flock.AdvanceUntilAsync(DoneAsync(flock, 1, 2, 3));

        flock.Report.Of<CaseFinished>().ShouldNotContain(finished => finished.Ordinal == 0);
        _slowEnds.SetResult();
        await EndAsync(run, agent);
        ShouldBeWhole(flock, 4);
        flock.Report.Of<AttemptFinished>().Where(e => e.Attempt.Id.Ordinal > 0)
            .Select(e => e.Attempt.Place).Distinct().ShouldHaveSingleItem()
            .ShouldNotBe(flock.Report.Of<AttemptFinished>().Single(e => e.Attempt.Id.Ordinal == 0).Attempt.Place);
    }

    [Fact]
    public async Task What_comes_back_is_shared_by_all_slots_that_are_free()
    {
        var flock = new FlockUnderTest().WithUnits("A.slow", "B.one", "C.two", "D.three", "D.four");
        var agent = flock.StartAgent(RunAsync, 4, _stop.Token);
        var run = flock.StartRun();

        await flock.AdvanceUntilAsync(DoneAsync(flock, 1, 2, 3, 4));

        _slowEnds.SetResult();
        await EndAsync(run, agent);
        ShouldBeWhole(flock, 5);

        // The plan's batch and one for each class: tests of a class stay together.
        flock.Report.Of<BatchTaken>().Count.ShouldBe(4);
    }

    [Fact]
    public async Task Wish_that_got_lost_is_told_again()
    {
        var door = new FlockUnderTest();
        var deaf = new DeafCoordination(door.Coordination, lost: 2);
        var flock = Behind(deaf, door).WithUnits("A.slow", "B.one");
        var agent = flock.StartAgent(RunAsync, 2, _stop.Token);
        var run = flock.StartRun();

        await flock.AdvanceUntilAsync(DoneAsync(flock, 1));

        deaf.Wishes.ShouldBeGreaterThan(2);
        _slowEnds.SetResult();
        await EndAsync(run, agent);
        ShouldBeWhole(flock, 2);
    }

    [Fact]
    public async Task Slot_that_does_not_know_the_wish_goes_on()
    {
        var flock = new FlockUnderTest().WithUnits("A.slow", "B.one");
        await using var slot = await HandPlayedSlot.RegisterAsync(flock);
        var run = flock.StartRun();
        await slot.BeginAsync(0);
        await flock.AdvanceUntilAsync(slot.AskedBackAsync());

        await slot.PassAsync(0);
        await slot.ReportAsync(Started(1));
        await slot.PassAsync(1);

        await run;
        ShouldBeWhole(flock, 2);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Agent_that_dies_after_the_wish_loses_nothing_and_nothing_is_told_twice(bool hasGivenBack)
    {
        var flock = new FlockUnderTest().WithUnits("A.slow", "B.one", "C.two");
        var slot = await HandPlayedSlot.RegisterAsync(flock);
        var run = flock.StartRun();
        await slot.BeginAsync(0);
        await flock.AdvanceUntilAsync(slot.AskedBackAsync());
        if (hasGivenBack)
            await slot.ReportAsync(Returned(1, 2));

        await slot.DieAsync();
        _slowEnds.SetResult();
        var agent = flock.StartAgent(RunAsync, 2, _stop.Token, "agent-2");
        await flock.AdvanceUntilAsync(run);

        await EndAsync(run, agent);
        ShouldBeWhole(flock, 3);
    }

    [Fact]
    public async Task Report_of_what_comes_back_that_is_delivered_again_changes_nothing()
    {
        var flock = new FlockUnderTest().WithUnits("A.slow", "B.one", "C.two");
        await using var slot = await HandPlayedSlot.RegisterAsync(flock);
        var run = flock.StartRun();
        await slot.BeginAsync(0);
        await flock.AdvanceUntilAsync(slot.AskedBackAsync());

        // Once more as the same event, and as an agent would that has forgotten that it had said it.
        await slot.ReportAsync(Returned(1, 2));
        await slot.ReportLastAgainAsync();
        await slot.ReportAsync(Returned(1, 2));
        await slot.PassAsync(0);
        await slot.ReportAsync(new BatchEnded { At = default });
        var agent = flock.StartAgent(RunAsync, 1, _stop.Token, "agent-2");
        await flock.AdvanceUntilAsync(run);

        await EndAsync(run, agent);
        ShouldBeWhole(flock, 3);
        _ran.Order().ShouldBe(["B.one", "C.two"]);
    }

    public void Dispose() => _stop.Dispose();

    private static FlockUnderTest Behind(IRunCoordination door, FlockUnderTest flock)
    {
        flock.RunDoor = door;
        return flock;
    }

    private static AttemptStarted Started(int ordinal) => new() { Attempt = new(ordinal, 1), At = default };

    private static AttemptsReturned Returned(params int[] ordinals) =>
        new() { Attempts = [.. ordinals.Select(ordinal => new AttemptId(ordinal, 1))] };

    private static Task DoneAsync(FlockUnderTest flock, params int[] ordinals) => Task.WhenAll(
        ordinals.Select(ordinal => flock.Report.WaitForAsync(e => e is CaseFinished done && done.Ordinal == ordinal)));

    private static void ShouldBeWhole(FlockUnderTest flock, int cases)
    {
        flock.Report.Of<CaseFinished>().Select(finished => finished.Ordinal).Order()
            .ShouldBe(Enumerable.Range(0, cases));
        flock.Report.Of<CaseFinished>().ShouldAllBe(finished => finished.Outcome == Outcome.Passed);
        flock.Report.Of<ResultFinal>().Count.ShouldBe(cases);
    }

    private async Task RunAsync(RequestedAttempt attempt, Func<AgentEvent, ValueTask> tell, CancellationToken stop)
    {
        _ran.Enqueue(attempt.Case.DisplayName);
        await tell(new AttemptStarted { Attempt = attempt.Id, At = default });
        if (attempt.Case.DisplayName.EndsWith("slow", StringComparison.Ordinal))
            await _slowEnds.Task;
        await tell(new ResultArrived { Attempt = attempt.Id, Result = Cases.Result(Outcome.Passed) });
        await tell(new AttemptEnded { Attempt = attempt.Id, End = AttemptEnd.Completed, At = default });
    }

    private async Task EndAsync(Task run, Task agent)
    {
        await run;
        await _stop.CancelAsync();
        await agent.ContinueWith(_ => { }, TaskScheduler.Default);
    }
}
