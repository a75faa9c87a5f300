using TestFlock.Contracts;
using TestFlock.Execution.Tests.Support;
using TestFlock.Testing;

namespace TestFlock.Execution.Tests.ProcessIsolation;

public sealed class TimeOutAndStopTests
{
    private static readonly RunManifest TenSeconds = BatchRun.Manifest with { TestTimeout = TimeSpan.FromSeconds(10) };

    [Fact]
    public async Task RunAsync_test_out_of_time_is_killed_and_those_beside_it_run_again()
    {
        using var folder = new TemporaryFolder();
        var time = new ManualTime();
        await using var run = BatchRun.Start(
            TenSeconds,
            time,
            $"aside; signal {folder.File("pid")}; start; hang",
            $"aside; await {folder.File("go")}; start; hang-once {folder.File("seen")}; result Passed; end");
        await run.NextAsync<AttemptStarted>(e => e.Attempt.Ordinal == 0);
        time.Advance(TimeSpan.FromSeconds(6));
        await File.WriteAllTextAsync(folder.File("go"), "");
        await run.NextAsync<AttemptStarted>(e => e.Attempt.Ordinal == 1);
        await LivingFile.AppearsAsync(folder.File("seen"));

        time.Advance(TimeSpan.FromSeconds(5));
        await run.ToEndAsync();

        run.EndsInOrder().ShouldBe([AttemptEnd.TimedOut, AttemptEnd.Completed]);
        run.ReasonOf(0).ShouldContain("ran longer than 00:00:10");
        run.ReasonOf(0).ShouldContain("<Timeouts Test=");
        run.ReasonOf(0).ShouldContain("Scripted.Adapter.Script.Hang()");
        LivingProcess.Exists(LivingProcess.IdIn(folder.File("pid"))).ShouldBeFalse();
    }

    [Fact]
    public async Task RunAsync_time_before_a_test_starts_is_not_its_own()
    {
        using var folder = new TemporaryFolder();
        var time = new ManualTime();
        await using var run = BatchRun.Start(
            TenSeconds,
            time,
            "start; end; result Passed",
            $"await {folder.File("go")}; start; result Passed; end");
        await run.NextAsync<ResultArrived>();

        time.Advance(TimeSpan.FromMinutes(1));
        await File.WriteAllTextAsync(folder.File("go"), "");
        await run.ToEndAsync();

        run.EndsInOrder().ShouldBe([AttemptEnd.Completed, AttemptEnd.Completed]);
    }

    [Fact]
    public async Task RunAsync_stopped_kills_the_tree_and_cancels_what_had_not_ended()
    {
        using var folder = new TemporaryFolder();
        await using var run = BatchRun.Start(
            "start; result Passed; end",
            $"leave-child {folder.File("child")}; signal {folder.File("host")}; start; hang",
            "start; result Passed; end");
        await run.NextAsync<AttemptStarted>(e => e.Attempt.Ordinal == 1);

        await run.StopAsync();
        await run.ToEndAsync();

        run.EndsInOrder().ShouldBe([AttemptEnd.Completed, AttemptEnd.Cancelled, AttemptEnd.Cancelled]);
        LivingProcess.Exists(LivingProcess.IdIn(folder.File("host"))).ShouldBeFalse();
        LivingProcess.Exists(LivingProcess.IdIn(folder.File("child"))).ShouldBeFalse();
    }

    [Fact]
    public async Task RunAsync_stopped_before_it_begins_starts_nothing()
    {
        await using var run = BatchRun.StartStopped("start; result Passed; end", "start; result Passed; end");

        await run.ToEndAsync();

        run.Story().ShouldBe(["0 ended: Cancelled", "1 ended: Cancelled"]);
        run.CallFolders.ShouldBeEmpty();
    }
}
