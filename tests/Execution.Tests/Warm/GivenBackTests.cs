using TestFlock.Contracts;
using TestFlock.Execution.Tests.Support;

namespace TestFlock.Execution.Tests.Warm;

/// <summary>What a slot with a real host, or real calls, gives back of its batch.</summary>
public sealed class GivenBackTests
{
    private const string Pass = "start; result Passed; end";

    [Theory]
    [InlineData(Isolation.Warm)]
    [InlineData(Isolation.Process)]
    public async Task RunAsync_slow_test_does_not_hold_up_its_batch_mates_of_other_classes(Isolation isolation)
    {
        using var folder = new TemporaryFolder();
        await using var run = BatchRun.Start(
            BatchRun.Manifest with { Isolation = isolation },
            BatchRun.Unit(0, ScriptedSuite.Case($"start; await {folder.File("go")}; result Passed; end", type: "Slow")),
            BatchRun.Unit(1, ScriptedSuite.Case(Pass, type: "Quick")),
            BatchRun.Unit(2, ScriptedSuite.Case(Pass, type: "Other")));
        await run.NextAsync<AttemptStarted>();

        await run.AskBackAsync();

        (await run.NextAsync<AttemptsReturned>()).Attempts.Select(id => id.Ordinal).ShouldBe([1, 2]);
        run.Ends.ShouldBeEmpty();
        File.WriteAllText(folder.File("go"), "");
        await run.ToEndAsync();
        run.Ends.ShouldHaveSingleItem().Attempt.Ordinal.ShouldBe(0);
    }

    [Fact]
    public async Task RunAsync_nobody_asks_runs_everything_class_by_class()
    {
        await using var run = BatchRun.Start(
            BatchRun.WarmManifest,
            BatchRun.Unit(0, ScriptedSuite.Case(Pass, type: "A")),
            BatchRun.Unit(1, ScriptedSuite.Case(Pass, type: "B")),
            BatchRun.Unit(2, ScriptedSuite.Case(Pass, type: "A")));

        await run.ToEndAsync();

        run.Ends.Select(ended => ended.Attempt.Ordinal).ShouldBe([0, 2, 1]);
        run.Ends.ShouldAllBe(ended => ended.End == AttemptEnd.Completed);
        run.Events.ShouldNotContain(happened => happened is AttemptsReturned);
    }
}
