using System.Collections.Concurrent;
using TestFlock.Contracts;
using TestFlock.Core.Reporting;
using TestFlock.Core.Settings;
using TestFlock.Local.Tests.Support;

namespace TestFlock.Local.Tests;

/// <summary>What went wrong by no fault of the tests: it is no attempt of theirs, and has bounds of its own.</summary>
public sealed class AccidentTests : IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentQueue<string> _ran = new();

    [Fact]
    public async Task Death_before_the_test_began_is_tried_again_as_the_same_attempt()
    {
        var flock = await RunAsync(new RetryOptions(), deaths: 2, "a");

        _ran.ShouldBe(["a#1", "a#1", "a#1"]);
        flock.Report.Of<CaseFinished>().ShouldHaveSingleItem().Outcome.ShouldBe(Outcome.Passed);
        flock.Report.Of<AttemptFinished>().ShouldHaveSingleItem().Attempt.Id.Number.ShouldBe(1);
        flock.Report.Of<NoteMade>().ShouldBeEmpty();
    }

    [Fact]
    public async Task Death_before_the_test_began_is_lost_after_three_executions_and_costs_no_retries()
    {
        var flock = await RunAsync(new RetryOptions { Max = 5 }, deaths: 9, "a b");

        _ran.ShouldBe(["a#1", "b#1", "a#1", "a#1"], ignoreOrder: true);
        var lost = flock.Report.Of<ResultFinal>().Single(final => final.Attempt.Ordinal == 0).Result;
        lost.Outcome.ShouldBe(Outcome.Failed);
        lost.ErrorMessage.ShouldBe(
            "TestFlock: lost. The test process died before the test began, in 3 executions. exit code 134");
        flock.Report.Of<CaseFinished>().Single(c => c.Ordinal == 1).Outcome.ShouldBe(Outcome.Passed);
    }

    [Fact]
    public async Task Batch_that_no_agent_can_begin_is_lost_after_three_executions_and_costs_no_retries()
    {
        var flock = new FlockUnderTest { Retry = new RetryOptions { Max = 5 } }.With("a");
        var agent = flock.StartAgent(
            (attempt, _, _) =>
            {
                _ran.Enqueue(NameOf(attempt));
                throw new IOException("The disk is full.");
            },
            1,
            _stop.Token);

        await flock.StartRun();

        _ran.ShouldBe(["a#1", "a#1", "a#1"]);
        flock.Report.Of<ResultFinal>().ShouldHaveSingleItem().Result.ErrorMessage!.ShouldStartWith("TestFlock: lost.");
        await EndAsync(agent);
    }

    [Fact]
    public async Task Sick_agent_gets_no_more_of_the_run_and_what_failed_there_passes_elsewhere()
    {
        var flock = new FlockUnderTest { Retry = new RetryOptions { Max = 1, Budget = RetryBudget.OfTests(20) } };
        for (var test = 0; test < 12; test++)
            flock.With($"t{test}");
        var enough = flock.Report.WaitForAsync(_ => flock.Report.Of<AttemptFinished>().Count(Failed) >= 6);
        var sick = flock.StartAgent(Telling(Outcome.Failed), 1, _stop.Token, "sick");
        var well = flock.StartAgent(
            async (attempt, tell, stop) =>
            {
                await enough;
                await Telling(Outcome.Passed)(attempt, tell, stop);
            },
            1,
            _stop.Token,
            "well");

        await flock.StartRun();

        flock.Report.Of<CaseFinished>().ShouldAllBe(finished => finished.Outcome == Outcome.Passed);
        flock.Report.Of<AttemptFinished>().Where(a => a.Attempt.Id.Number == 2)
            .ShouldAllBe(a => a.Attempt.Place.Agent == "well");
        var notes = flock.Report.Of<NoteMade>().Select(note => note.Text).ToArray();
        notes.ShouldContain(text => text.StartsWith("sick takes no more tests of this run: its last "));
        notes.ShouldContain(text => text.Contains("the agent sick: failed there alone, passed elsewhere"));
        await EndAsync(sick);
        await EndAsync(well);
    }

    [Fact]
    public async Task Tests_that_an_earlier_run_has_done_are_told_and_not_run()
    {
        var flock = new FlockUnderTest().WithDone("a").With("b");
        var agent = flock.StartAgent(Telling(Outcome.Passed), 1, _stop.Token);

        await flock.StartRun();

        _ran.ShouldBe(["b#1"]);
        flock.Report.Of<CaseFinished>().Select(c => c.Ordinal).ShouldBe([0, 1]);
        flock.Report.Of<ResultFinal>().Count.ShouldBe(2);
        flock.Report.Of<AttemptFinished>().ShouldHaveSingleItem();
        await EndAsync(agent);
    }

    public void Dispose() => _stop.Dispose();

    private async Task<FlockUnderTest> RunAsync(RetryOptions retry, int deaths, string batch)
    {
        var flock = new FlockUnderTest { Retry = retry }.With(batch.Split(' '));
        var left = deaths;
        var agent = flock.StartAgent(
            async (attempt, tell, stop) =>
            {
                if (attempt.Id.Ordinal == 0 && left-- > 0)
                {
                    _ran.Enqueue(NameOf(attempt));
                    await tell(new AttemptEnded
                    {
                        Attempt = attempt.Id,
                        End = AttemptEnd.HostCrashed,
                        Reason = "exit code 134",
                        At = default,
                    });
                    return;
                }

                await Telling(Outcome.Passed)(attempt, tell, stop);
            },
            1,
            _stop.Token);
        await flock.StartRun();
        await EndAsync(agent);
        return flock;
    }

    private AttemptScript Telling(Outcome outcome) => async (attempt, tell, _) =>
    {
        _ran.Enqueue(NameOf(attempt));
        await tell(new AttemptStarted { Attempt = attempt.Id, At = default });
        await tell(new ResultArrived { Attempt = attempt.Id, Result = Cases.Result(outcome) });
        await tell(new AttemptEnded { Attempt = attempt.Id, End = AttemptEnd.Completed, At = default });
    };

    private async Task EndAsync(Task agent)
    {
        await _stop.CancelAsync();
        await agent.ContinueWith(_ => { }, TaskScheduler.Default);
    }

    private static bool Failed(AttemptFinished finished) =>
        finished.Attempt.Results.Any(result => result.Outcome == Outcome.Failed);

    private static string NameOf(RequestedAttempt attempt) => $"{attempt.Case.DisplayName}#{attempt.Id.Number}";
}
