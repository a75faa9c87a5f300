using TestFlock.Acceptance.Tests.Support;

namespace TestFlock.Acceptance.Tests.Flock;

/// <summary>
/// What can happen to a run from outside: what it had found out is told all the same, and nothing stays behind.
/// </summary>
public sealed class AccidentTests(WaitingSuite suite) : IClassFixture<WaitingSuite>
{
    [Fact]
    public async Task A_killed_coordinator_loses_only_what_had_no_result()
    {
        using var run = suite.Start();
        using var test = await run.WaitForTestProcessAsync();
        using var coordinator = RunningProcesses.Single(suite.Folder, "testflock.dll run");

        coordinator.Kill();
        var ended = await run.WaitForExitAsync();

        ShouldHaveFailed(ended, "TestFlock: lost. The coordinator broke off: it ended with exit code 137 (SIGKILL)");
        ended.Command.Output.ShouldContain($"TestFlock: the coordinator (process {coordinator.Id}) broke off");
        ended.Command.Output.ShouldContain("Its log: ");
        await RunningProcesses.NoneIsLeftInAsync(suite.Folder);
    }

    [Fact]
    public async Task A_run_that_was_cut_off_by_kills_is_taken_up_where_it_was()
    {
        using var run = suite.Start();
        using var test = await run.WaitForTestProcessAsync();
        using var coordinator = RunningProcesses.Single(suite.Folder, "testflock.dll run");
        await suite.UntilJournaledAsync(tests: 1);

        run.Kill();
        coordinator.Kill();
        await RunningProcesses.NoneIsLeftInAsync(suite.Folder);
        var resumed = await suite.RunWithoutWaitingAsync("<Resume>last</Resume>");

        resumed.Command.ShouldSucceed();
        resumed.Results.Select(result => $"{result.DisplayName} {result.Outcome}")
            .ShouldBe(["First Passed", "Waits Passed"], ignoreOrder: true, resumed.ToString());
        TrxReport.ReadMessages(Path.Combine(resumed.ResultsFolder, "run.trx"))
            .Where(told => told.Text.EndsWith("which this one takes up; not run again.", StringComparison.Ordinal))
            .Select(told => told.Test).ShouldBe(["First"], resumed.ToString());
    }

    [Fact]
    public async Task A_killed_test_process_fails_its_test_alone()
    {
        using var run = suite.Start();
        using var test = await run.WaitForTestProcessAsync();

        test.Kill();
        var ended = await run.WaitForExitAsync();

        ShouldHaveFailed(ended, $"The test process {test.Id} was killed by SIGKILL (exit code 137).");
        await RunningProcesses.NoneIsLeftInAsync(suite.Folder);
    }

    [Fact]
    public async Task Control_C_ends_the_run_and_leaves_nothing_behind()
    {
        using var run = suite.Start();
        using var test = await run.WaitForTestProcessAsync();

        await run.InterruptAsync();
        var ended = await run.WaitForExitAsync();

        // As natively, it depends on whether dotnet or the platform hears of the signal first: 130 or 1.
        ended.Command.ExitCode.ShouldNotBe(0, ended.ToString());
        ended.Command.Output.ShouldNotContain("lost");
        await RunningProcesses.NoneIsLeftInAsync(suite.Folder);
    }

    private static void ShouldHaveFailed(TestRun run, string reason)
    {
        run.Command.ExitCode.ShouldBe(1, run.ToString());
        run.Results.Select(result => $"{result.DisplayName} {result.Outcome}")
            .ShouldBe(["First Passed", "Waits Failed"], ignoreOrder: true, run.ToString());
        run.Results.Single(result => result.Outcome == "Failed").Message.ShouldNotBeNull().ShouldContain(reason);
    }
}
