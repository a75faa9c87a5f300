using TestFlock.Contracts;
using TestFlock.Execution.Tests.Support;

namespace TestFlock.Execution.Tests.ProcessIsolation;

public sealed class ProcessBatchRunnerTests
{
    [Fact]
    public async Task RunAsync_tests_tells_each_in_the_order_of_its_life()
    {
        await using var run = BatchRun.Start("start; result Passed; end", "start; end; result Failed");

        await run.ToEndAsync();

        run.Story().ShouldBe(
            ["0 started", "0 Passed", "1 started", "1 Failed", "0 ended: Completed", "1 ended: Completed"]);
    }

    [Fact]
    public async Task RunAsync_units_runs_one_after_the_other()
    {
        var first = BatchRun.Unit(ScriptedSuite.Case("start; result Passed; end"));
        var second = new Unit
        {
            Name = "second",
            Attempts = [new() { Id = new(7, 2), Case = ScriptedSuite.Case("start; result Skipped; end") }],
        };
        await using var run = BatchRun.Start(BatchRun.Manifest, first, second);

        await run.ToEndAsync();

        run.Story().ShouldBe(
            ["0 started", "0 Passed", "0 ended: Completed", "7 started", "7 Skipped", "7 ended: Completed"]);
    }

    [Fact]
    public async Task RunAsync_several_results_for_one_case_tells_them_all_and_one_end()
    {
        await using var run = BatchRun.Start("start; result Passed; result Failed; end; result Passed");

        await run.ToEndAsync();

        run.Story().ShouldBe(["0 started", "0 Passed", "0 Failed", "0 Passed", "0 ended: Completed"]);
    }

    [Fact]
    public async Task RunAsync_cases_of_one_id_gives_each_its_own_result()
    {
        var id = Guid.NewGuid();
        var unit = BatchRun.Unit(
            ScriptedSuite.Case("start; result Passed; end", id),
            ScriptedSuite.Case("start; result Failed; end", id),
            ScriptedSuite.Case("start; result Passed; end", id));
        await using var run = BatchRun.Start(BatchRun.Manifest, unit);

        await run.ToEndAsync();

        run.Events.OfType<ResultArrived>().OrderBy(e => e.Attempt.Ordinal).Select(e => e.Result.Outcome)
            .ShouldBe([Outcome.Passed, Outcome.Failed, Outcome.Passed]);
        run.EndsInOrder().ShouldBe([AttemptEnd.Completed, AttemptEnd.Completed, AttemptEnd.Completed]);
    }

    [Fact]
    public async Task RunAsync_result_without_start_is_a_result()
    {
        await using var run = BatchRun.Start("result Skipped");

        await run.ToEndAsync();

        run.Story().ShouldBe(["0 Skipped", "0 ended: Completed"]);
    }

    [Fact]
    public async Task RunAsync_framework_complains_is_noted_once()
    {
        await using var run = BatchRun.Start("start; say the fixture's tear-down failed; result Passed; end");

        await run.ToEndAsync();

        run.Story().Where(line => line.StartsWith("Error", StringComparison.Ordinal))
            .ShouldBe(["Error: the fixture's tear-down failed"]);
    }

    [Fact]
    public async Task RunAsync_test_left_out_once_is_run_again_alone()
    {
        using var folder = new TemporaryFolder();
        await using var run = BatchRun.Start(
            $"nothing-until {folder.File("seen")}; start; result Passed; end", "start; result Passed; end");

        await run.ToEndAsync();

        run.Story().ShouldBe(
            ["1 started", "1 Passed", "1 ended: Completed", "0 started", "0 Passed", "0 ended: Completed"]);
    }

    [Fact]
    public async Task RunAsync_test_left_out_twice_is_missing_with_the_way_to_see_it()
    {
        await using var run = BatchRun.Start("nothing", "start; result Passed; end");

        await run.ToEndAsync();

        run.EndsInOrder().ShouldBe([AttemptEnd.Missing, AttemptEnd.Completed]);
        run.ReasonOf(0).ShouldContain($"test {ScriptedSuite.Source} --settings ");
        run.ReasonOf(0).ShouldContain(run.CallFolders.Max()!);
    }

    [Fact]
    public async Task RunAsync_no_such_assembly_is_missing_after_two_calls()
    {
        var lost = ScriptedSuite.Case("start; result Passed; end") with { Source = "/nowhere/Shop.Tests.dll" };
        await using var run = BatchRun.Start(BatchRun.Manifest, BatchRun.Unit(lost, lost));

        await run.ToEndAsync();

        run.EndsInOrder().ShouldBe([AttemptEnd.Missing, AttemptEnd.Missing]);
        run.ReasonOf(0).ShouldContain("/nowhere/Shop.Tests.dll is invalid");
        run.CallFolders.Count().ShouldBe(2);
    }

    [Fact]
    public async Task RunAsync_second_batch_removes_the_folders_of_the_first()
    {
        await using var run = BatchRun.Start("start; result Passed; end");
        await run.ToEndAsync();
        var first = run.CallFolders.ShouldHaveSingleItem();

        await run.AgainAsync("start; result Failed; end");

        run.CallFolders.ShouldHaveSingleItem().ShouldNotBe(first);
    }

    [Theory]
    [InlineData(true, "from the agent")]
    [InlineData(false, "(none)")]
    public async Task RunAsync_variables_of_the_agent_reach_the_tests_only_when_the_manifest_says_so(
        bool inherits, string expected)
    {
        using var folder = new TemporaryFolder();
        Environment.SetEnvironmentVariable("TF_TEST_OF_AGENT", "from the agent");
        var manifest = BatchRun.Manifest with
        {
            InheritsEnvironment = inherits,
            Variables = new Dictionary<string, string> { ["TF_TEST_OF_RUN"] = "from the run" },
        };
        await using var run = BatchRun.Start(
            manifest,
            $"start; variable TF_TEST_OF_AGENT {folder.File("agent")}; variable TF_TEST_OF_RUN {folder.File("run")}; "
            + $"variable {SlotEndpoint.Variable} {folder.File("endpoint")}; result Passed; end");

        await run.ToEndAsync();

        run.EndsInOrder().ShouldBe([AttemptEnd.Completed]);
        File.ReadAllText(folder.File("agent")).ShouldBe(expected);
        File.ReadAllText(folder.File("run")).ShouldBe("from the run");
        File.ReadAllText(folder.File("endpoint")).ShouldBe("(none)");
    }
}
