using TestFlock.Contracts;
using TestFlock.Execution.Tests.Support;

namespace TestFlock.Execution.Tests.Warm;

public sealed class WarmBatchRunnerTests
{
    private const string Pass = "start; result Passed; end";

    // Not to wait for a debugger.
    private const string AsksPlatform = "<VSTEST_HOST_DEBUG>0</VSTEST_HOST_DEBUG>";

    [Fact]
    public async Task RunAsync_two_batches_share_one_process()
    {
        using var folder = new TemporaryFolder();
        await using var run = Start($"start; signal {folder.File("one")}; result Passed; end");
        await run.ToEndAsync();

        await run.AgainAsync($"start; signal {folder.File("two")}; result Passed; end");

        run.EndsInOrder().ShouldBe([AttemptEnd.Completed]);
        LivingProcess.IdIn(folder.File("two")).ShouldBe(LivingProcess.IdIn(folder.File("one")));
    }

    [Fact]
    public async Task RunAsync_tells_starts_results_and_ends_in_order()
    {
        await using var run = Start(Pass, "start; result Failed; end");

        await run.ToEndAsync();

        run.Story().ShouldBe(
            ["0 started", "0 Passed", "1 started", "1 Failed", "0 ended: Completed", "1 ended: Completed"]);
    }

    [Fact]
    public async Task RunAsync_crash_of_the_first_test_costs_no_other()
    {
        await using var run = Start("start; fail-fast the ground gave way", Pass, Pass);

        await run.ToEndAsync();

        run.EndsInOrder().ShouldBe([AttemptEnd.HostCrashed, AttemptEnd.Completed, AttemptEnd.Completed]);
        run.ReasonOf(0).ShouldContain("the ground gave way");
        run.ReasonOf(0).ShouldContain($"test {ScriptedSuite.Source} --settings ");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    public async Task RunAsync_exit_in_a_later_test_is_seen_again_alone_and_told_with_its_code(int code)
    {
        await using var run = Start(Pass, $"start; exit {code}", Pass);

        await run.ToEndAsync();

        run.EndsInOrder().ShouldBe([AttemptEnd.Completed, AttemptEnd.HostCrashed, AttemptEnd.Completed]);
        run.ReasonOf(1).ShouldContain($"exited with code {code}");
    }

    [Fact]
    public async Task RunAsync_death_by_another_tests_doing_is_not_laid_at_the_victims_door()
    {
        using var folder = new TemporaryFolder();
        await using var run = Start(
            $"start; later-exit {folder.File("victim-runs")}; result Passed; end",
            $"start; hang-once {folder.File("victim-runs")}; result Passed; end",
            Pass);

        await run.ToEndAsync();

        run.EndsInOrder().ShouldBe([AttemptEnd.Completed, AttemptEnd.Completed, AttemptEnd.Completed]);
        var note = run.Events.OfType<AgentNote>().ShouldHaveSingleItem();
        note.Level.ShouldBe(NoteLevel.Error);
        note.Text.ShouldContain("exited with code 7");
        note.Text.ShouldContain("another test left behind");

        // Were it told after the end, the run could be over before it is heard, and green.
        run.Events.TakeWhile(e => e is not AttemptEnded { Attempt.Ordinal: 1 }).ShouldContain(note);
    }

    [Fact]
    public async Task RunAsync_death_before_any_test_is_tried_once_more_for_each_unit_and_test_alone()
    {
        await using var run = BatchRun.Start(
            BatchRun.WarmManifest,
            BatchRun.Unit(ScriptedSuite.Case("exit 5")),
            BatchRun.Unit(1, ScriptedSuite.Case(Pass)));

        await run.ToEndAsync();

        run.EndsInOrder().ShouldBe([AttemptEnd.HostCrashed, AttemptEnd.Completed]);
        run.ReasonOf(0).ShouldContain("exited with code 5");
        run.ReasonOf(0).ShouldContain("had not told that the test had begun");
    }

    [Fact]
    public async Task RunAsync_test_out_of_time_is_killed_and_the_rest_runs_in_a_fresh_host()
    {
        await using var run = BatchRun.Start(
            BatchRun.WarmManifest with { TestTimeout = TimeSpan.FromSeconds(2) }, Pass, "start; hang", Pass);

        await run.ToEndAsync();

        run.EndsInOrder().ShouldBe([AttemptEnd.Completed, AttemptEnd.TimedOut, AttemptEnd.Completed]);
    }

    [Fact]
    public async Task RunAsync_stopped_run_ends_the_host_and_tells_what_was_cancelled()
    {
        using var folder = new TemporaryFolder();
        await using var run = Start($"signal {folder.File("pid")}; start; hang", Pass);
        await run.NextAsync<AttemptStarted>();

        await run.StopAsync();
        await run.ToEndAsync();

        run.EndsInOrder().ShouldBe([AttemptEnd.Cancelled, AttemptEnd.Cancelled]);
        LivingProcess.Exists(LivingProcess.IdIn(folder.File("pid"))).ShouldBeFalse();
    }

    [Fact]
    public async Task RunAsync_unreported_test_is_asked_for_once_more_and_told_as_missing()
    {
        await using var run = Start("nothing", Pass);

        await run.ToEndAsync();

        run.EndsInOrder().ShouldBe([AttemptEnd.Missing, AttemptEnd.Completed]);
    }

    [Fact]
    public async Task RunAsync_next_batch_finds_directory_culture_and_environment_as_they_were()
    {
        using var folder = new TemporaryFolder();
        await using var run = Start(
            $"start; place {folder.File("before")}; change-place {folder.Path}; place "
                + $"{folder.File("changed")}; result Passed; end");
        await run.ToEndAsync();

        await run.AgainAsync($"start; place {folder.File("after")}; result Passed; end");

        File.ReadAllText(folder.File("changed")).ShouldNotBe(File.ReadAllText(folder.File("before")));
        File.ReadAllText(folder.File("after")).ShouldBe(File.ReadAllText(folder.File("before")));
    }

    [Theory]
    [InlineData("DOTNET_TC_CallCountThreshold")]
    [InlineData("DOTNET_EnableWriteXorExecute")]
    [InlineData("DOTNET_ThreadPool_UnfairSemaphoreSpinLimit")]
    [InlineData("DOTNET_STARTUP_HOOKS")]
    public async Task RunAsync_tests_do_not_see_what_the_slot_tells_their_runtime(string variable)
    {
        // What somebody else has set stays, and is seen.
        Environment.SetEnvironmentVariable(variable, null);
        using var folder = new TemporaryFolder();
        await using var run = Start(
            $"start; variable {variable} {folder.File("seen")}; result Passed; end");

        await run.ToEndAsync();

        File.ReadAllText(folder.File("seen")).ShouldBe("(none)");
    }

    [Theory]
    [InlineData("", false)]
    [InlineData(AsksPlatform, true)]
    public async Task RunAsync_host_serves_before_the_platform_unless_that_is_asked_for_something(
        string variables, bool isStarted)
    {
        using var folder = new TemporaryFolder();
        await using var run = StartWith(
            variables, $"start; loaded Microsoft.TestPlatform.CrossPlatEngine {folder.File("platform")}; result Passed; end");

        await run.ToEndAsync();

        File.ReadAllText(folder.File("platform")).ShouldBe(isStarted.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData(AsksPlatform)]
    public async Task RunAsync_failed_assertion_is_an_exception_and_does_not_end_the_host(string variables)
    {
        using var folder = new TemporaryFolder();
        await using var run = StartWith(variables, $"start; trace-fail {folder.File("failed")}; result Passed; end");

        await run.ToEndAsync();

        File.ReadAllText(folder.File("failed")).ShouldBe("DebugAssertException");
        run.EndsInOrder().ShouldBe([AttemptEnd.Completed]);
    }

    [Theory]
    [InlineData("")]
    [InlineData(AsksPlatform)]
    public async Task RunAsync_tests_have_the_language_that_the_platform_is_asked_for(string variables)
    {
        using var folder = new TemporaryFolder();
        await using var run = StartWith(
            variables + "<DOTNET_CLI_UI_LANGUAGE>it</DOTNET_CLI_UI_LANGUAGE>",
            $"start; language {folder.File("language")}; result Passed; end");

        await run.ToEndAsync();

        File.ReadAllText(folder.File("language")).ShouldBe("it");
    }

    [Fact]
    public async Task DisposeAsync_ends_the_host_and_what_its_tests_left_behind()
    {
        using var folder = new TemporaryFolder();
        await using (var run = Start(
            $"start; leave-child {folder.File("child")}; signal {folder.File("host")}; result Passed; end"))
        {
            await run.ToEndAsync();
            run.EndsInOrder().ShouldBe([AttemptEnd.Completed]);
        }

        LivingProcess.Exists(LivingProcess.IdIn(folder.File("child"))).ShouldBeFalse();
        LivingProcess.Exists(LivingProcess.IdIn(folder.File("host"))).ShouldBeFalse();
    }

    [Fact]
    public async Task RunAsync_clean_batch_leaves_nothing_but_the_folder_of_its_host()
    {
        await using var run = Start(Pass);

        await run.ToEndAsync();

        run.CallFolders.Select(Path.GetFileName).ShouldBe(["host-1"]);
    }

    private static BatchRun StartWith(string variables, string script) => BatchRun.Start(
        BatchRun.WarmManifest with
        {
            SettingsXml = "<RunSettings><RunConfiguration><EnvironmentVariables>"
                + $"{variables}</EnvironmentVariables></RunConfiguration></RunSettings>",
        },
        script);

    private static BatchRun Start(params string[] scripts) => BatchRun.Start(BatchRun.WarmManifest, scripts);
}
