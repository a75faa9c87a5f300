using System.Collections.Concurrent;
using TestFlock.Contracts;
using TestFlock.Core.Coordination;
using TestFlock.Core.Reporting;
using TestFlock.Core.Settings;
using TestFlock.Local.Tests.Support;

namespace TestFlock.Local.Tests;

/// <summary>Where a failed test is tried again when the other agent never has a free slot, or leaves.</summary>
public sealed class NoOtherAgentTests : IAsyncLifetime
{
    private readonly CancellationTokenSource _stop = new();

    // The other test, which nobody can run, keeps the run open.
    private readonly FlockUnderTest _flock = new FlockUnderTest { Retry = new RetryOptions { Max = 1 } }
        .With("failing").Requiring("agent=carl").With("waiting");
    private readonly ConcurrentQueue<(AttemptId Attempt, DateTimeOffset At)> _ran = new();
    private IAgentRegistration _bert = null!;
    private Task _anna = null!;
    private Task _run = null!;
    private Task _hasPassed = null!;

    public async Task InitializeAsync()
    {
        // One that lives and takes nothing.
        _bert = await _flock.Coordination.RegisterAsync(
            new AgentDescription
            {
                Name = "bert",
                Slots = 1,
                Version = "0",
                Capabilities = new Dictionary<string, string> { [AgentDescription.NameCapability] = "bert" },
            },
            CancellationToken.None);
        var failed = _flock.Report.WaitForAsync(e => e is AttemptFinished);
        _hasPassed = _flock.Report.WaitForAsync(e => e is CaseFinished { Ordinal: 0 });
        _anna = _flock.StartAgent(
            async (attempt, tell, _) =>
            {
                _ran.Enqueue((attempt.Id, _flock.Time.GetUtcNow()));
                await tell(new AttemptStarted { Attempt = attempt.Id, At = default });
                await tell(new ResultArrived
                {
                    Attempt = attempt.Id,
                    Result = Cases.Result(attempt.Id.Number == 1 ? Outcome.Failed : Outcome.Passed),
                });
                await tell(new AttemptEnded { Attempt = attempt.Id, End = AttemptEnd.Completed, At = default });
            },
            1,
            _stop.Token,
            "anna");
        _run = _flock.StartRun();
        await failed;
    }

    [Fact]
    public async Task Failed_test_that_no_other_agent_takes_goes_to_its_own_after_half_a_minute()
    {
        for (var look = 1; look <= 15; look++)
            await LookAsync(look);
        _ran.ShouldHaveSingleItem();
        _flock.Time.Advance(_flock.Rules.ReconcileEvery);
        await EndAsync();

        PauseBeforeSecondAttempt().ShouldBe(TimeSpan.FromSeconds(30) + _flock.Rules.ReconcileEvery);
    }

    [Fact]
    public async Task Failed_test_that_its_own_agent_ran_again_does_not_run_on_the_other_that_comes_late()
    {
        await _flock.AdvanceUntilAsync(_hasPassed);

        await using var lease = await _bert.PickAsync(1, CancellationToken.None);
        var late = await _flock.Transport.TakeAsync(lease.Queue, CancellationToken.None);
        late.ShouldNotBeNull().Batch.Units[0].Attempts[0].Id.ShouldBe(new AttemptId(0, 2));
        (await lease.ClaimAsync(late.Batch.Id, CancellationToken.None)).ShouldBe(ClaimAnswer.Done);

        await EndAsync();
    }

    [Fact]
    public async Task Failed_test_goes_to_its_own_agent_as_soon_as_the_other_has_left()
    {
        await _bert.DisposeAsync();

        _flock.Time.Advance(_flock.Rules.ReconcileEvery);
        await EndAsync();

        PauseBeforeSecondAttempt().ShouldBe(_flock.Rules.ReconcileEvery);
    }

    public async Task DisposeAsync()
    {
        await _stop.CancelAsync();
        await _anna.ContinueWith(_ => { }, TaskScheduler.Default);
        await _bert.DisposeAsync();
        _stop.Dispose();
    }

    private async Task EndAsync()
    {
        await _hasPassed;
        _flock.Coordinator.Cancel();
        await _run;
    }

    // What the coordinator makes of a look is done when it tells how far the run is.
    private async Task LookAsync(int number)
    {
        var looked = _flock.Report.WaitForAsync(_ => _flock.Report.Of<ProgressMade>().Count == number);
        _flock.Time.Advance(_flock.Rules.ReconcileEvery);
        await looked;
    }

    private TimeSpan PauseBeforeSecondAttempt()
    {
        _ran.Select(ran => ran.Attempt).ShouldBe([new(0, 1), new(0, 2)]);
        return _ran.Last().At - _ran.First().At;
    }
}
