using TestFlock.Contracts;
using TestFlock.Execution.Tests.Support;

namespace TestFlock.Execution.Tests.ProcessIsolation;

public sealed class DyingTestProcessTests
{
    [Fact]
    public async Task RunAsync_killed_process_crashes_its_test_and_no_other()
    {
        using var folder = new TemporaryFolder();
        await using var run = BatchRun.Start(
            BatchRun.Manifest,
            BatchRun.Unit(ScriptedSuite.Case($"signal {folder.File("pid")}; start; hang")),
            BatchRun.Unit(1, ScriptedSuite.Case("start; result Passed; end")));
        await run.NextAsync<AttemptStarted>();

        LivingProcess.Kill(LivingProcess.IdIn(folder.File("pid")));
        await run.ToEndAsync();

        run.EndsInOrder().ShouldBe([AttemptEnd.HostCrashed, AttemptEnd.Completed]);
        run.ReasonOf(0).ShouldContain("was killed by SIGKILL (exit code 137)");
        run.ReasonOf(0).ShouldContain($"test {ScriptedSuite.Source} --settings ");
        run.CallFolders.Count().ShouldBe(2);
    }

    [Fact]
    public async Task RunAsync_test_of_a_killed_process_is_judged_alone_when_others_ran_with_it()
    {
        using var folder = new TemporaryFolder();
        await using var run = BatchRun.Start(
            "start; result Passed; end",
            $"start; hang-once {folder.File("pid")}; result Passed; end",
            "start; result Passed; end");
        await LivingFile.AppearsAsync(folder.File("pid"));

        LivingProcess.Kill(LivingProcess.IdIn(folder.File("pid")));
        await run.ToEndAsync();

        run.EndsInOrder().ShouldBe([AttemptEnd.Completed, AttemptEnd.Completed, AttemptEnd.Completed]);
        run.Story().Count(line => line == "0 started").ShouldBe(1);
        run.Events.OfType<AgentNote>().ShouldHaveSingleItem().Text.ShouldContain(
            "was killed by SIGKILL (exit code 137)");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    public async Task RunAsync_exit_in_a_test_is_a_crash_with_its_code(int code)
    {
        await using var run = BatchRun.Start($"start; exit {code}", "start; result Passed; end");

        await run.ToEndAsync();

        run.EndsInOrder().ShouldBe([AttemptEnd.HostCrashed, AttemptEnd.Completed]);
        run.ReasonOf(0).ShouldContain($"exited with code {code}. Something in it ended the process");
    }

    [Fact]
    public async Task RunAsync_fail_fast_is_a_crash_with_its_last_words()
    {
        await using var run = BatchRun.Start("start; fail-fast the ground gave way");

        await run.ToEndAsync();

        run.EndsInOrder().ShouldBe([AttemptEnd.HostCrashed]);
        run.ReasonOf(0).ShouldContain("SIGABRT");
        run.ReasonOf(0).ShouldContain("the ground gave way");
    }

    [Fact]
    public async Task RunAsync_death_after_a_result_but_before_the_end_is_a_crash()
    {
        await using var run = BatchRun.Start("start; result Passed; exit 1");

        await run.ToEndAsync();

        run.Story().ShouldBe(["0 started", "0 Passed", "0 ended: HostCrashed"]);
    }

    [Fact]
    public async Task RunAsync_death_before_any_test_is_tried_once_more_for_each_alone()
    {
        await using var run = BatchRun.Start("exit 5", "start; result Passed; end");

        await run.ToEndAsync();

        run.EndsInOrder().ShouldBe([AttemptEnd.HostCrashed, AttemptEnd.Completed]);
        run.ReasonOf(0).ShouldContain("the test process");
        run.ReasonOf(0).ShouldContain("exited with code 5");
        run.ReasonOf(0).ShouldContain("had not told that the test had begun");
    }

    [Fact]
    public async Task RunAsync_process_that_a_test_left_behind_is_gone_when_the_batch_ends()
    {
        using var folder = new TemporaryFolder();
        await using var run = BatchRun.Start($"start; leave-child {folder.File("pid")}; result Passed; end");

        await run.ToEndAsync();

        run.EndsInOrder().ShouldBe([AttemptEnd.Completed]);
        LivingProcess.Exists(LivingProcess.IdIn(folder.File("pid"))).ShouldBeFalse();
    }
}
