using TestFlock.Contracts;
using TestFlock.Core.Reporting;
using TestFlock.Core.Transport;
using TestFlock.Local.Tests.Support;

namespace TestFlock.Local.Tests;

/// <summary>What the coordinator makes of batches that come round again; the test plays the slots by hand.</summary>
public sealed class RedeliveryTests
{
    private readonly FlockUnderTest _flock = new FlockUnderTest().With("theory");
    private readonly AttemptId _attempt = new(0, 1);

    [Fact]
    public async Task Report_secondExecutionAfterSomeRowsWereTold_tellsEachRowOnce()
    {
        var run = _flock.StartRun();
        var batch = await TakeAsync();
        var (first, second) = (Guid.NewGuid(), Guid.NewGuid());

        await ReportAsync(batch, first, Started(), Row("1"), Row("2"));
        await ReportAsync(
            batch, second, Started(), Row("2"), Row("3"), Row("1"), Ended(), new BatchEnded { At = default });
        await run;

        _flock.Report.Of<ResultFinal>().Select(r => r.Result.DisplayName).ShouldBe(["1", "2", "3"]);
        _flock.Report.Of<AttemptBegan>().ShouldHaveSingleItem();
        _flock.Report.Of<AttemptFinished>().ShouldHaveSingleItem().Attempt.Results.Count.ShouldBe(3);
    }

    [Fact]
    public async Task Report_executionBeginsAnewAfterSomeRowsWereTold_countsEachRowOnce()
    {
        var run = _flock.StartRun();
        var batch = await TakeAsync();

        await ReportAsync(
            batch, Guid.NewGuid(), Started(), Row("1"), Row("2"), Started(), Row("1"), Row("2"), Row("3"), Ended());
        await run;

        _flock.Report.Of<ResultFinal>().Select(r => r.Result.DisplayName).ShouldBe(["1", "2", "3"]);
        _flock.Report.Of<AttemptFinished>().ShouldHaveSingleItem().Attempt.Results
            .Select(result => result.DisplayName).ShouldBe(["1", "2", "3"]);
    }

    [Fact]
    public async Task Report_sameAttemptReportedTwice_isToldOnce()
    {
        _flock.With("other");
        var run = _flock.StartRun();
        var batch = await TakeAsync();
        var other = await TakeAsync();

        foreach (var execution in new[] { Guid.NewGuid(), Guid.NewGuid() })
            await ReportAsync(batch, execution, Started(), Row("1"), Ended());
        await ReportAsync(
            other, Guid.NewGuid(), new AttemptEnded { Attempt = new(1, 1), End = AttemptEnd.Missing, At = default });
        await run;

        _flock.Report.Of<ResultFinal>().Count(r => r.Attempt == _attempt).ShouldBe(1);
    }

    [Fact]
    public async Task Report_rowsOfOneNameRepeat_areAllTold()
    {
        var run = _flock.StartRun();
        var batch = await TakeAsync();

        await ReportAsync(batch, Guid.NewGuid(), Started(), Row("same"), Row("same"), Ended());
        await run;

        _flock.Report.Of<ResultFinal>().Count.ShouldBe(2);
    }

    [Fact]
    public async Task Report_aCaseThatTheRunDoesNotHave_isIgnored()
    {
        var run = _flock.StartRun();
        var batch = await TakeAsync();
        var foreign = new AttemptId(77, 1);

        await ReportAsync(
            batch,
            Guid.NewGuid(),
            new ResultArrived { Attempt = foreign, Result = Cases.Result(Outcome.Passed) },
            new AttemptEnded { Attempt = foreign, End = AttemptEnd.Completed, At = default },
            Row("1"),
            Ended());
        await run;

        _flock.Report.Of<ResultFinal>().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Reconcile_batchInNoQueueAndWithoutOwner_isPublishedAgainAndLostAfterThreeExecutions()
    {
        var run = _flock.StartRun();
        for (var execution = 1; execution <= _flock.Rules.MostExecutions; execution++)
        {
            var batch = await TakeAsync();
            await ReportAsync(batch, Guid.NewGuid(), new BatchBegun { At = default });
        }

        while (!run.IsCompleted)
        {
            _flock.Time.Advance(_flock.Rules.ReconcileEvery);
            await Task.Yield();
        }

        await run;
        _flock.Report.Of<ResultFinal>().ShouldHaveSingleItem().Result.ErrorMessage.ShouldNotBeNull().ShouldContain(
            "begun 3 times");
    }

    [Fact]
    public async Task Report_afterTheRunEnded_tellsTheSlotThatTheRunIsGone()
    {
        var run = _flock.StartRun();
        var batch = await TakeAsync();
        await ReportAsync(batch, Guid.NewGuid(), Row("1"), Ended());
        await run;

        await Should.ThrowAsync<RunGoneException>(() => ReportAsync(batch, Guid.NewGuid(), Row("1")));
    }

    private async Task<Batch> TakeAsync()
    {
        while (true)
        {
            if (await _flock.Transport.TakeAsync(new QueueName(_flock.Run, ""), CancellationToken.None) is { } delivery)
                return delivery.Batch;
            _flock.Time.Advance(_flock.Rules.ReconcileEvery);
            await Task.Yield();
        }
    }

    private Task ReportAsync(Batch batch, Guid execution, params AgentEvent[] events) => _flock.Transport.ReportAsync(
        new AgentReport { Run = _flock.Run, Batch = batch.Id, Execution = execution, Agent = "agent-1", Slot = 1,
            Events = events },
        CancellationToken.None);

    private AttemptStarted Started() => new() { Attempt = _attempt, At = default };

    private ResultArrived Row(string name) => new() { Attempt = _attempt, Result = Cases.Result(Outcome.Passed, name) };

    private AttemptEnded Ended() => new() { Attempt = _attempt, End = AttemptEnd.Completed, At = default };
}
