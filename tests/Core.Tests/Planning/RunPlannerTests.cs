using TestFlock.Contracts;
using TestFlock.Core.Matching;
using TestFlock.Core.Planning;
using TestFlock.Core.Settings;

namespace TestFlock.Core.Tests.Planning;

public class RunPlannerTests
{
    [Fact]
    public void Plan_puts_longest_first_and_keeps_discovery_order_among_equals()
    {
        var plan = RunPlanner.Plan(Request("a", "b", "long", "c", "longest") with
        {
            Estimate = test => TimeSpan.FromSeconds(test.DisplayName switch { "long" => 5, "longest" => 9, _ => 1 }),
        });

        NamesOf(plan).ShouldBe(["longest", "long", "a", "b", "c"]);
        plan.Batches[0].ExpectedDuration.ShouldBe(TimeSpan.FromSeconds(9));
    }

    [Fact]
    public void Plan_says_what_tests_ask_for_themselves()
    {
        var request = Request("patient", "stubborn", "plain");
        var plan = RunPlanner.Plan(request with
        {
            Cases =
            [
                request.Cases[0].With("TestFlock.Timeout", "00:30:00"),
                request.Cases[1].With("TestFlock.Retry", "class:2"),
                request.Cases[2],
            ],
        });

        plan.Retries.ShouldHaveSingleItem().ShouldBe(new(1, new CaseRetry(RetryScope.Class, 2)));
        plan.Batches.SelectMany(batch => batch.Units).SelectMany(unit => unit.Attempts).OrderBy(
            attempt => attempt.Id.Ordinal)
            .Select(attempt => attempt.Timeout).ShouldBe([TimeSpan.FromMinutes(30), null, null]);
    }

    [Fact]
    public void Plan_puts_unknown_tests_among_the_typical()
    {
        var plan = RunPlanner.Plan(Request("short", "new", "typical", "long") with
        {
            Estimate = test => test.DisplayName switch
            {
                "new" => null,
                "short" => TimeSpan.FromSeconds(1),
                "typical" => TimeSpan.FromSeconds(2),
                _ => TimeSpan.FromSeconds(100),
            },
        });

        NamesOf(plan).ShouldBe(["long", "new", "typical", "short"]);
        plan.Batches[1].ExpectedDuration.ShouldBe(TimeSpan.Zero);
    }

    [Fact]
    public void Plan_without_history_puts_large_units_first()
    {
        var plan = RunPlanner.Plan(Request("alone", "row", "row", "row") with { Unit = UnitSize.Class });

        NamesOf(plan).ShouldBe(["row", "alone"]);
    }

    [Fact]
    public void Plan_gives_batches_the_canonical_requirements_of_the_run()
    {
        RequirementSet.TryParse("OS=linux; browser", out var requires, out _).ShouldBeTrue();

        var plan = RunPlanner.Plan(Request("a", "b") with { Requires = requires! });

        plan.Batches.ShouldAllBe(batch => batch.Requirements == "browser;os=linux");
        plan.Batches.Select(batch => batch.Id).Distinct().Count().ShouldBe(2);
        plan.Batches.ShouldAllBe(batch => batch.Run == new RunId("run"));
    }

    [Fact]
    public void Plan_numbers_attempts_by_ordinal()
    {
        var request = Request("a", "b") with { Unit = UnitSize.Assembly };

        var attempts = RunPlanner.Plan(request).Batches.ShouldHaveSingleItem().Units.ShouldHaveSingleItem().Attempts;

        attempts.Select(attempt => attempt.Id).ShouldBe([new AttemptId(0, 1), new AttemptId(1, 1)]);
        attempts.Select(attempt => attempt.Case).ShouldBe(request.Cases);
    }

    [Fact]
    public void Plan_keeps_an_incremental_class_whole_and_names_it_to_the_agent()
    {
        var request = Request("a", "a") with { Unit = UnitSize.Test };

        var unit = RunPlanner.Plan(request with
            {
                Cases = [.. request.Cases.Select(test => test.With("TestFlock.Incremental", "true"))],
            })
            .Batches.ShouldHaveSingleItem().Units.ShouldHaveSingleItem();

        unit.Attempts.Count.ShouldBe(2);
        unit.Attempts.ShouldAllBe(attempt => attempt.IncrementalClass != null);
    }

    [Fact]
    public void Plan_takes_a_learned_timeout_where_a_test_has_none_of_its_own()
    {
        var request = Request("a", "b") with { LearnedTimeout = _ => TimeSpan.FromMinutes(7) };
        TestCase[] cases = [request.Cases[0].With("TestFlock.Timeout", "00:00:05"), request.Cases[1]];

        var attempts = RunPlanner.Plan(request with { Cases = cases }).Batches.SelectMany(batch => batch.Units)
            .SelectMany(unit => unit.Attempts).OrderBy(attempt => attempt.Id.Ordinal).ToArray();

        attempts.Select(attempt => attempt.Timeout).ShouldBe([TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(7)]);
        attempts.Select(attempt => attempt.IsTimeoutLearned).ShouldBe([false, true]);
    }

    [Fact]
    public void Plan_nothing_gives_nothing()
    {
        RunPlanner.Plan(Request()).Batches.ShouldBeEmpty();
    }

    private static PlanRequest Request(params string[] classes)
    {
        var ids = 0;
        return new PlanRequest
        {
            Run = new RunId("run"),
            Cases = [.. classes.Select(name => TestCases.Xunit(name, "Test", name))],
            Unit = UnitSize.Test,
            NewBatchId = () => new BatchId($"batch-{++ids}"),
            OpenAssembly = _ => null,
        };
    }

    private static IEnumerable<string> NamesOf(PlannedRun plan) =>
        plan.Batches.Select(batch => batch.Units.ShouldHaveSingleItem().Attempts[0].Case.DisplayName);
}
