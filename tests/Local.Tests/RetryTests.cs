using System.Text.RegularExpressions;
using TestFlock.Contracts;
using TestFlock.Core.Planning;
using TestFlock.Core.Reporting;
using TestFlock.Core.Settings;
using TestFlock.Local.Tests.Support;

namespace TestFlock.Local.Tests;

/// <summary>
/// What a run does with failures, by the real coordinator; the outcomes are scripted for each attempt.
/// </summary>
public sealed class RetryTests : IDisposable
{
    private readonly RetriedRun _run = new();

    [Fact]
    public async Task Test_that_fails_once_is_told_as_passed_and_flaky()
    {
        var flock = await _run.RunAsync(new RetryOptions { Max = 2 }, _run.Failing(("a", 1)), "a", "b");

        _run.Ran.ShouldBe(["a#1", "b#1", "a#2"]);
        var final = flock.Report.Of<ResultFinal>().Single(r => r.Attempt.Ordinal == 0);
        final.Attempt.Number.ShouldBe(2);
        final.Result.Outcome.ShouldBe(Outcome.Passed);
        StoryOf(final).ShouldStartWith("TestFlock: flaky. Passed on attempt 2.\nAttempt 1 (agent-1, slot 1, ");
        StoryOf(final).ShouldEndWith(": Failed\nboom a#1");
        flock.Report.Of<NoteMade>().ShouldHaveSingleItem().Text.ShouldEndWith("after they had failed.\n  Shop.Tests.a");
    }

    [Fact]
    public async Task Test_that_always_fails_is_told_once_as_failed_after_the_last_attempt()
    {
        var flock = await _run.RunAsync(new RetryOptions { Max = 2 }, _run.Failing(("a", 9)), "a");

        _run.Ran.ShouldBe(["a#1", "a#2", "a#3"]);
        flock.Report.Of<ResultFinal>().ShouldHaveSingleItem().Result.ErrorMessage.ShouldBe("boom a#3");
        flock.Report.Of<CaseFinished>().ShouldHaveSingleItem().Outcome.ShouldBe(Outcome.Failed);
        flock.Report.Of<AttemptFinished>().Select(a => a.Attempt.Id.Number).ShouldBe([1, 2, 3]);
    }

    [Fact]
    public async Task Without_retries_a_failure_is_told_at_once_and_once()
    {
        var flock = await _run.RunAsync(new RetryOptions(), _run.Failing(("a", 9)), "a");

        _run.Ran.ShouldBe(["a#1"]);
        var final = flock.Report.Of<ResultFinal>().ShouldHaveSingleItem();
        final.Result.Messages.ShouldBeEmpty();
        flock.Report.Of<NoteMade>().ShouldBeEmpty();
    }

    [Fact]
    public async Task Class_runs_again_whole_and_in_order_until_it_passes()
    {
        var flock = await _run.RunAsync(
            new RetryOptions { Max = 3, Scope = RetryScope.Class }, _run.Failing(("C.b", 1),
                ("C.c", 2)), "C.a C.b C.c", "D.x");

        _run.Ran.ShouldBe(["C.a#1", "C.b#1", "C.c#1", "D.x#1", "C.a#2", "C.b#2", "C.c#2", "C.a#3", "C.b#3", "C.c#3"]);
        flock.Report.Of<ResultFinal>().Select(r => r.Attempt).ShouldBe(
            [new(0, 3), new(1, 3), new(2, 3), new(3, 1)], ignoreOrder: true);
        StoryOf(flock.Report.Of<ResultFinal>().Single(r => r.Attempt.Ordinal == 0)).ShouldStartWith(
            "TestFlock: this is attempt 3.");
    }

    [Fact]
    public async Task Budget_ends_all_retries_once_more_tests_have_failed()
    {
        await _run.RunAsync(
            new RetryOptions { Max = 1, Budget = RetryBudget.OfTests(2) }, _run.Failing(("a", 9), ("b", 9), ("c", 9),
                ("d", 9)), "a", "b", "c", "d");

        _run.Ran.Where(ran => ran.EndsWith("#2", StringComparison.Ordinal)).ShouldBe(["a#2", "b#2"]);
    }

    [Fact]
    public async Task Budget_may_be_a_share_of_the_run_and_is_told_when_it_is_spent()
    {
        var flock = await _run.RunAsync(
            new RetryOptions { Max = 1, Budget = RetryBudget.OfShare(0.25) }, _run.Failing(("a", 1),
                ("b", 9)), "a", "b", "c", "d");

        _run.Ran.Where(ran => ran.EndsWith("#2", StringComparison.Ordinal)).ShouldBe(["a#2"]);
        flock.Report.Of<NoteMade>().ShouldHaveSingleItem().Text.ShouldContain("More than 25 % of the run failed");
    }

    [Theory]
    [InlineData(false, "boom", null, null, new[] { "a#2", "b#2" })]
    [InlineData(false, "boom b", null, null, new[] { "b#2" })]
    [InlineData(false, null, "Shop.OutOfStockException", null, new[] { "a#2" })]
    [InlineData(false, null, "OutOfStockException", null, new[] { "a#2" })]
    [InlineData(false, null, "StockException", null, new string[0])]
    [InlineData(false, null, null, "Kind=b", new[] { "b#2" })]
    [InlineData(false, "boom", null, "kind", new[] { "a#2", "b#2" })]
    [InlineData(false, "boom a", null, "Kind=b", new string[0])]
    [InlineData(true, "boom", null, null, new[] { "a#2", "b#2" })]
    [InlineData(true, "boom b", null, null, new[] { "b#2" })]
    [InlineData(true, null, "Shop.OutOfStockException", null, new[] { "a#2" })]
    [InlineData(true, null, "OutOfStockException", null, new[] { "a#2" })]
    [InlineData(true, null, "StockException", null, new string[0])]
    [InlineData(true, null, null, "Kind=b", new[] { "b#2" })]
    [InlineData(true, "boom", null, "kind", new[] { "a#2", "b#2" })]
    [InlineData(true, "boom a", null, "Kind=b", new string[0])]
    public async Task Rules_name_the_failures_that_alone_or_never_are_tried_again(
        bool isNever, string? message, string? exception, string? trait, string[] named)
    {
        var rule = new RetryRule
        {
            Message = message is null ? null : new Regex(message, RegexOptions.NonBacktracking),
            Exception = exception,
            Trait = trait?.Split('=') is [var name, .. var value]
                ? new TraitPattern(name, value is [var text] ? text : null)
                : null,
        };

        _run.Complaint = attempt => $"{(attempt[0] == 'a' ? "Shop.OutOfStock" : "Shop.Other")}Exception : boom {attempt}";
        var retry = new RetryOptions { Max = 1, Only = isNever ? [] : [rule], Never = isNever ? [rule] : [] };
        await _run.RunAsync(retry, _run.Failing(("a", 1), ("b", 1)), "a", "b");

        _run.Ran.Where(ran => ran.EndsWith("#2", StringComparison.Ordinal)).ShouldBe(
            isNever ? new[] { "a#2", "b#2" }.Except(named) : named);
    }

    [Fact]
    public async Task Tests_own_word_on_retries_goes_before_the_settings()
    {
        var own = new Dictionary<int, CaseRetry> { [0] = new(RetryScope.Test, 2), [1] = new(RetryScope.Test, 0),
            [2] = new(RetryScope.Class, 1) };

        await _run.RunAsync(new RetryOptions { Max = 1 }, own, _run.Failing(("a", 9), ("b", 9), ("C.x", 9), ("d", 9)), "a", "b",
            "C.x C.y", "d");

        _run.Ran.Order(StringComparer.Ordinal).ShouldBe(
            ["C.x#1", "C.x#2", "C.y#1", "C.y#2", "a#1", "a#2", "a#3", "b#1", "d#1", "d#2"]);
    }

    [Fact]
    public async Task Delay_passes_before_a_further_attempt_begins()
    {
        var delay = TimeSpan.FromMinutes(3);
        var flock = new FlockUnderTest { Retry = new RetryOptions { Max = 1, Delay = delay } }.With("a");
        var agent = flock.StartAgent(_run.Failing(("a", 1)), 1, _run.Stop);
        var run = flock.StartRun();

        await flock.Time.WhenSetAsync(delay);
        _run.Ran.ShouldBe(["a#1"]);
        flock.Time.Advance(delay);
        await run;

        _run.Ran.ShouldBe(["a#1", "a#2"]);
        await _run.EndAsync(agent);
    }

    [Theory]
    [InlineData(true, false, "TestFlock: flaky. Passed on attempt 2.")]
    [InlineData(false, true, "TestFlock: flaky. Passed on attempt 2.\nAttempt 1 (agent-1, slot 1, 0.00 s): Failed")]
    public async Task Earlier_attempts_are_told_as_the_settings_say(
        bool showOnlyLast, bool hideDetails, string expected)
    {
        var retry = new RetryOptions { Max = 1, ShowOnlyLast = showOnlyLast, HideDetails = hideDetails };

        var flock = await _run.RunAsync(retry, _run.Failing(("a", 1)), "a");

        StoryOf(flock.Report.Of<ResultFinal>().ShouldHaveSingleItem()).ShouldBe(expected);
    }

    [Fact]
    public async Task Crash_of_the_test_process_is_a_failure_like_any_other()
    {
        var flock = await _run.RunAsync(
            new RetryOptions { Max = 1 },
            async (attempt, tell, _) =>
            {
                _run.Ran.Enqueue(RetriedRun.NameOf(attempt));
                await tell(new AttemptStarted { Attempt = attempt.Id, At = default });
                var end = attempt.Id.Number == 1 ? AttemptEnd.HostCrashed : AttemptEnd.Completed;
                if (end == AttemptEnd.Completed)
                    await tell(new ResultArrived { Attempt = attempt.Id, Result = Cases.Result(Outcome.Passed) });
                await tell(
                    new AttemptEnded { Attempt = attempt.Id, End = end, Reason = "exit code 134", At = default });
            },
            "a");

        _run.Ran.ShouldBe(["a#1", "a#2"]);
        StoryOf(flock.Report.Of<ResultFinal>().ShouldHaveSingleItem()).ShouldContain("exit code 134");
    }

    [Fact]
    public async Task Cancelled_run_still_tells_what_a_class_had_when_it_was_cut_off()
    {
        var flock = new FlockUnderTest { Retry = new RetryOptions { Max = 1, Scope = RetryScope.Class } }.With(
            "C.a", "C.b");
        var agent = flock.StartAgent(
            async (attempt, tell, stop) =>
            {
                if (attempt.Id.Ordinal == 0)
                {
                    await ScriptedRunners.Passing(attempt, tell, stop);
                    return;
                }

                await flock.Report.WaitForAsync(e => e is AttemptFinished);
                flock.Coordinator.Cancel();
                await Task.Delay(Timeout.Infinite, stop).ContinueWith(_ => { }, TaskScheduler.Default);
                await tell(new AttemptEnded { Attempt = attempt.Id, End = AttemptEnd.Cancelled, At = default });
            },
            1,
            _run.Stop);

        await flock.StartRun();

        flock.Report.Of<ResultFinal>().ShouldHaveSingleItem().Attempt.Ordinal.ShouldBe(0);
        await _run.EndAsync(agent);
    }

    public void Dispose() => _run.Dispose();

    private static string StoryOf(ResultFinal final) =>
        final.Result.Messages.ShouldHaveSingleItem().Text.ShouldNotBeNull();
}
