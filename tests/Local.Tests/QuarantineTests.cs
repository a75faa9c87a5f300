using TestFlock.Contracts;
using TestFlock.Core.Quarantines;
using TestFlock.Core.Reporting;
using TestFlock.Core.Settings;
using TestFlock.Local.Tests.Support;

namespace TestFlock.Local.Tests;

/// <summary>What a run tells of tests whose failures are known, by the real coordinator.</summary>
public sealed class QuarantineTests : IDisposable
{
    private static readonly DateOnly Until = new(2026, 11, 22);

    private readonly CancellationTokenSource _stop = new();

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task Failure_of_a_test_in_quarantine_is_told_without_failing_the_run(int retries)
    {
        var flock = await RunAsync(retries, AttemptEnd.Completed, today: Until);

        flock.Report.Of<CaseFinished>().Select(c => c.Outcome).ShouldBe([Outcome.Skipped]);
        var final = flock.Report.Of<ResultFinal>().ShouldHaveSingleItem();
        final.Attempt.Number.ShouldBe(retries + 1);
        final.Result.ErrorMessage.ShouldBe("TestFlock: failed, in quarantine until 2026-11-22 (ann: SHOP-12).\nboom");
        flock.Report.Of<AttemptFinished>().ShouldAllBe(a => a.Attempt.Results.Single().Outcome == Outcome.Failed);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task Failure_of_a_test_whose_quarantine_ended_yesterday_fails_the_run(int retries)
    {
        var flock = await RunAsync(retries, AttemptEnd.Completed, today: Until.AddDays(1));

        flock.Report.Of<CaseFinished>().Select(c => c.Outcome).ShouldBe([Outcome.Failed]);
        var final = flock.Report.Of<ResultFinal>().ShouldHaveSingleItem();
        (final.Result.Outcome, final.Result.ErrorMessage).ShouldBe((Outcome.Failed, "boom"));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task Test_in_quarantine_that_is_lost_fails_the_run(int retries)
    {
        var flock = await RunAsync(retries, AttemptEnd.Missing, today: Until);

        flock.Report.Of<CaseFinished>().Select(c => c.Outcome).ShouldBe([Outcome.Failed]);
        flock.Report.Of<ResultFinal>().ShouldHaveSingleItem().Result.ErrorMessage.ShouldNotBeNull().ShouldStartWith(
            "TestFlock: lost.");
    }

    public void Dispose() => _stop.Dispose();

    private async Task<FlockUnderTest> RunAsync(int retries, AttemptEnd end, DateOnly today)
    {
        var entry = new QuarantineEntry("Shop.Tests.*", "ann", "SHOP-12", Until);
        var flock = new FlockUnderTest
        {
            Retry = new RetryOptions { Max = retries },
            Quarantine = new Quarantine([entry], today),
        }.With("a");
        var agent = flock.StartAgent(
            async (attempt, tell, _) =>
            {
                if (end == AttemptEnd.Completed)
                {
                    var failed = Cases.Result(Outcome.Failed) with { ErrorMessage = "boom" };
                    await tell(new ResultArrived { Attempt = attempt.Id, Result = failed });
                }

                await tell(new AttemptEnded { Attempt = attempt.Id, End = end, At = default });
            },
            1,
            _stop.Token);
        await flock.StartRun();
        await _stop.CancelAsync();
        await agent.ContinueWith(_ => { }, TaskScheduler.Default);
        return flock;
    }
}
