using System.Collections.Concurrent;
using TestFlock.Contracts;
using TestFlock.Core.Reporting;
using TestFlock.Local.Tests.Support;

namespace TestFlock.Local.Tests;

public sealed class EmbeddedRunTests : IDisposable
{
    private readonly CancellationTokenSource _stop = new();

    [Fact]
    public async Task Run_manyBatchesOnFourSlots_tellsEveryCaseOnce()
    {
        var flock = new FlockUnderTest();
        for (var i = 0; i < 50; i++)
            flock.With($"a{i}", $"b{i}");
        var agent = flock.StartAgent(ScriptedRunners.Passing, 4, _stop.Token);

        var verdict = await flock.StartRun();

        verdict.Troubled.ShouldBeFalse();
        flock.Report.Of<CaseFinished>().Select(c => c.Ordinal).ShouldBe(Enumerable.Range(0, 100), ignoreOrder: true);
        flock.Report.Of<ResultFinal>().Count.ShouldBe(100);
        await EndAsync(agent);
    }

    [Fact]
    public async Task Run_plan_with_notes_tells_them_before_any_test_starts()
    {
        var note = new NoteMade(NoteLevel.Warning, "<Variables/Pass> has no effect");
        var flock = new FlockUnderTest { Notes = [note] }.With("a");
        var agent = flock.StartAgent(ScriptedRunners.Passing, 1, _stop.Token);

        await flock.StartRun();

        var told = flock.Report.All.ToList();
        told.IndexOf(note).ShouldBeInRange(0, told.FindIndex(e => e is AttemptBegan));
        await EndAsync(agent);
    }

    [Fact]
    public async Task Run_slotsWorkAtTheSameTime_eachOnOneBatch()
    {
        var bothRun = new Barrier(2);
        var slotsSeen = new ConcurrentBag<int>();
        var flock = new FlockUnderTest().With("a").With("b");
        var agent = flock.StartAgent(
            async (attempt, tell, stop) =>
            {
                // Were the two not on two slots at once, neither would pass.
                await Task.Run(() => bothRun.SignalAndWait(stop), stop);
                await ScriptedRunners.Passing(attempt, tell, stop);
            },
            2,
            _stop.Token);

        await flock.StartRun();

        foreach (var result in flock.Report.Of<ResultFinal>())
            slotsSeen.Add(result.Place.Slot);
        slotsSeen.ShouldBe([1, 2], ignoreOrder: true);
        await EndAsync(agent);
    }

    [Fact]
    public async Task Run_caseEndsWithoutResult_tellsItAsFailedWithTheReason()
    {
        var flock = new FlockUnderTest().With("a", "b");
        var agent = flock.StartAgent(
            (attempt, tell, stop) => attempt.Id.Ordinal == 0
                ? tell(new AttemptEnded { Attempt = attempt.Id, End = AttemptEnd.Missing, Reason = "See x.log.", At = default }).AsTask()
                : ScriptedRunners.Passing(attempt, tell, stop),
            1,
            _stop.Token);

        var verdict = await flock.StartRun();

        verdict.Troubled.ShouldBeTrue();
        var lost = flock.Report.Of<ResultFinal>().Single(r => r.Attempt.Ordinal == 0).Result;
        lost.Outcome.ShouldBe(Outcome.Failed);
        lost.ErrorMessage.ShouldNotBeNull().ShouldContain("lost");
        lost.ErrorMessage.ShouldContain("See x.log.");
        flock.Report.Of<CaseFinished>().Count.ShouldBe(2);
        await EndAsync(agent);
    }

    [Fact]
    public async Task Run_batchEndsWithoutTellingACase_tellsItAsLost()
    {
        var flock = new FlockUnderTest().With("a", "b");
        var agent = flock.StartAgent(
            (attempt, tell, stop) =>
                attempt.Id.Ordinal == 0 ? Task.CompletedTask : ScriptedRunners.Passing(attempt, tell, stop),
            1,
            _stop.Token);

        await flock.StartRun();

        flock.Report.Of<ResultFinal>().Select(r => (r.Attempt.Ordinal, r.Result.Outcome))
            .ShouldBe([(0, Outcome.Failed), (1, Outcome.Passed)], ignoreOrder: true);
        await EndAsync(agent);
    }

    [Fact]
    public async Task Run_runnerThrowsEveryTime_endsWithTheCasesLostAndTheErrorTold()
    {
        var flock = new FlockUnderTest().With("a");
        var begun = 0;
        var agent = flock.StartAgent(
            (_, _, _) =>
            {
                Interlocked.Increment(ref begun);
                throw new InvalidOperationException("no such folder");
            },
            1,
            _stop.Token);

        await flock.StartRun();

        flock.Report.Of<ResultFinal>().ShouldHaveSingleItem().Result.Outcome.ShouldBe(Outcome.Failed);
        flock.Report.Of<NoteMade>().ShouldContain(n => n.Text.Contains("no such folder"));
        begun.ShouldBe(flock.Rules.MostExecutions);
        await EndAsync(agent);
    }

    [Fact]
    public async Task Cancel_oneTestRuns_tellsWhatEndedAndNothingOfTheRest()
    {
        var flock = new FlockUnderTest().With("a").With("b").With("c");
        var agent = flock.StartAgent(
            async (attempt, tell, stop) =>
            {
                if (attempt.Id.Ordinal == 0)
                {
                    await ScriptedRunners.Passing(attempt, tell, stop);
                    return;
                }

                await tell(new AttemptStarted { Attempt = attempt.Id, At = default });
                await Task.Delay(Timeout.Infinite, stop).ContinueWith(_ => { }, TaskScheduler.Default);
                await tell(new AttemptEnded { Attempt = attempt.Id, End = AttemptEnd.Cancelled, At = default });
            },
            1,
            _stop.Token);
        var run = flock.StartRun();
        await flock.Report.WaitForAsync(e => e is AttemptBegan { Attempt.Ordinal: 1 });

        flock.Coordinator.Cancel();
        var verdict = await run;

        verdict.Cancelled.ShouldBeTrue();
        flock.Report.Of<CaseFinished>().ShouldHaveSingleItem().Ordinal.ShouldBe(0);
        flock.Report.Of<AttemptBegan>().Select(b => b.Attempt.Ordinal).ShouldBe([0, 1]);
        await EndAsync(agent);
    }

    [Fact]
    public async Task Run_timeoutPasses_tellsEveryUnfinishedCaseAsFailed()
    {
        var flock = new FlockUnderTest { Timeout = TimeSpan.FromMinutes(5) }.With("runs").With("waits");
        var agent = flock.StartAgent(
            async (attempt, tell, stop) =>
            {
                await tell(new AttemptStarted { Attempt = attempt.Id, At = default });
                await Task.Delay(Timeout.Infinite, stop).ContinueWith(_ => { }, TaskScheduler.Default);
                await tell(new AttemptEnded { Attempt = attempt.Id, End = AttemptEnd.Cancelled, At = default });
            },
            1,
            _stop.Token);
        var run = flock.StartRun();
        await flock.Report.WaitForAsync(e => e is AttemptBegan);

        flock.Time.Advance(TimeSpan.FromMinutes(5));
        var verdict = await run;

        verdict.Cancelled.ShouldBeFalse();
        flock.Report.Of<ResultFinal>().Select(r => r.Result.Outcome).ShouldBe([Outcome.Failed, Outcome.Failed]);
        flock.Report.Of<ResultFinal>().ShouldAllBe(r => r.Result.ErrorMessage!.Contains("time-out"));
        await EndAsync(agent);
    }

    [Fact]
    public async Task Fail_testsRun_tellsEveryUnfinishedCaseAsLostWithTheReason()
    {
        var flock = new FlockUnderTest().With("a").With("b");
        var run = flock.StartRun();
        await flock.Report.WaitForAsync(e => e is RunBegan);

        flock.Coordinator.Fail("The disk is full.");
        await run;

        flock.Report.Of<ResultFinal>().Count.ShouldBe(2);
        flock.Report.Of<ResultFinal>().ShouldAllBe(r => r.Result.ErrorMessage!.Contains("lost")
            && r.Result.ErrorMessage.Contains("The disk is full."));
    }

    [Fact]
    public async Task Run_aReportThrows_tellsSoOnceAndGoesOn()
    {
        var flock = new FlockUnderTest().With("a", "b", "c");
        var agent = flock.StartAgent(ScriptedRunners.Passing, 1, _stop.Token);

        await flock.StartRun(new ThrowingReport());

        flock.Report.Of<CaseFinished>().Count.ShouldBe(3);
        flock.Report.Of<NoteMade>().ShouldHaveSingleItem().Text.ShouldContain("'broken' failed");
        await EndAsync(agent);
    }

    public void Dispose() => _stop.Dispose();

    private async Task EndAsync(Task agent)
    {
        await _stop.CancelAsync();
        await agent;
    }

    private sealed class ThrowingReport : IReport
    {
        public string Name => "broken";

        public ValueTask TellAsync(RunEvent runEvent, CancellationToken cancellationToken) =>
            throw new IOException("disk full");

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
