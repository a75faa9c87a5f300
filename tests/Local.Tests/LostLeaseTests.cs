using System.Collections.Concurrent;
using TestFlock.Contracts;
using TestFlock.Core.Reporting;
using TestFlock.Core.Settings;
using TestFlock.Local.Tests.Support;

namespace TestFlock.Local.Tests;

/// <summary>What becomes of tests when the right to run them expires while they run.</summary>
public sealed class LostLeaseTests : IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentQueue<AttemptId> _ran = new();

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public async Task Lost_lease_brings_the_same_attempt_again_and_costs_no_retries(int retries)
    {
        var flock = await RunAsync(retries, losses: 2);

        _ran.ShouldBe([new(0, 1), new(0, 1), new(0, 1)]);
        flock.Report.Of<AttemptFinished>().ShouldHaveSingleItem().Attempt.End.ShouldBe(AttemptEnd.Completed);
        var final = flock.Report.Of<ResultFinal>().ShouldHaveSingleItem();
        final.Result.Outcome.ShouldBe(Outcome.Passed);
        final.Result.Messages.ShouldBeEmpty();
        flock.Report.Of<NoteMade>().ShouldBeEmpty();
    }

    [Fact]
    public async Task Test_whose_lease_is_lost_again_and_again_is_lost_and_costs_no_retries()
    {
        var flock = await RunAsync(retries: 5, losses: int.MaxValue);

        _ran.ShouldAllBe(attempt => attempt.Number == 1);
        var lost = flock.Report.Of<ResultFinal>().ShouldHaveSingleItem().Result;
        lost.Outcome.ShouldBe(Outcome.Failed);
        lost.ErrorMessage.ShouldNotBeNull().ShouldStartWith("TestFlock: lost. Its batch was begun 4 times");
    }

    public void Dispose() => _stop.Dispose();

    private async Task<FlockUnderTest> RunAsync(int retries, int losses)
    {
        var flock = new FlockUnderTest { Retry = new RetryOptions { Max = retries } }.With("a");
        var coordination = new LosingCoordination(flock.Coordination);
        var agent = flock.StartAgent(
            async (attempt, tell, stop) =>
            {
                _ran.Enqueue(attempt.Id);
                if (_ran.Count > losses)
                {
                    await ScriptedRunners.Passing(attempt, tell, stop);
                    return;
                }

                await tell(new AttemptStarted { Attempt = attempt.Id, At = default });
                coordination.LoseAll();
                stop.IsCancellationRequested.ShouldBeTrue();
                await tell(new AttemptEnded { Attempt = attempt.Id, End = AttemptEnd.Cancelled, At = default });
            },
            1,
            _stop.Token,
            coordination: coordination);
        await flock.StartRun();
        await _stop.CancelAsync();
        await agent.ContinueWith(_ => { }, TaskScheduler.Default);
        return flock;
    }
}
