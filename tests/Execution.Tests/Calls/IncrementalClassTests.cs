using TestFlock.Contracts;
using TestFlock.Execution.Tests.Support;

namespace TestFlock.Execution.Tests.Calls;

/// <summary>A class stops at its first failure, whatever kind of failure that is.</summary>
public sealed class IncrementalClassTests
{
    private const string Pass = "start; result Passed; end";

    [Theory]
    [InlineData("start; result Failed; end", AttemptEnd.Completed)]
    [InlineData("start; fail-fast the ground gave way", AttemptEnd.HostCrashed)]
    public async Task RunAsync_failure_stops_the_class_and_the_rest_is_told_as_skipped(string failure, AttemptEnd end)
    {
        await using var run = BatchRun.Start(BatchRun.WarmManifest, BatchRun.IncrementalUnit(Pass, failure, Pass, Pass));

        await run.ToEndAsync();

        run.EndsInOrder().ShouldBe([AttemptEnd.Completed, end, AttemptEnd.Completed, AttemptEnd.Completed]);
        var skipped = run.Events.OfType<ResultArrived>().Where(e => e.Attempt.Ordinal > 1).ToArray();
        skipped.Length.ShouldBe(2);
        skipped.ShouldAllBe(e => e.Result.Outcome == Outcome.Skipped
            && e.Result.ErrorMessage == $"previous test failed ({failure})");
        run.Events.OfType<AttemptStarted>().Select(e => e.Attempt.Ordinal).ShouldBe([0, 1]);
    }

    [Fact]
    public async Task RunAsync_failure_of_another_unit_in_the_batch_stops_nothing()
    {
        await using var run = BatchRun.Start(
            BatchRun.WarmManifest,
            BatchRun.Unit(10, ScriptedSuite.Case("start; result Failed; end"), ScriptedSuite.Case(Pass)),
            BatchRun.IncrementalUnit(Pass, Pass));

        await run.ToEndAsync();

        run.Events.OfType<ResultArrived>().Select(e => $"{e.Attempt.Ordinal} {e.Result.Outcome}").ShouldBe(
            ["10 Failed", "11 Passed", "0 Passed", "1 Passed"]);
    }
}
