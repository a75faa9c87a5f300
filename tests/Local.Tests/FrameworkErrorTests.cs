using TestFlock.Contracts;
using TestFlock.Core.Reporting;
using TestFlock.Core.Settings;
using TestFlock.Local.Tests.Support;

namespace TestFlock.Local.Tests;

/// <summary>
/// An error that a framework tells of a failed test, which would fail the run, where the failure may not.
/// </summary>
public sealed class FrameworkErrorTests : IDisposable
{
    private readonly RetriedRun _run = new();

    [Theory]
    [InlineData(1, NoteLevel.Warning)] // The test platform fails a run that tells an error.
    [InlineData(0, NoteLevel.Error)]
    public async Task Error_of_the_framework_is_a_warning_where_the_failure_is_tried_again(int max, NoteLevel level)
    {
        var flock = await _run.RunAsync(new RetryOptions { Max = max }, async (attempt, tell, stop) =>
        {
            if (attempt.Id.Number == 1)
                await tell(new AgentNote { Level = NoteLevel.Error, Text = "a [FAIL]" });
            await _run.Failing(("a", 1))(attempt, tell, stop);
        }, "a");

        flock.Report.Of<NoteMade>().Where(note => note.Text == "a [FAIL]").ShouldHaveSingleItem().Level.ShouldBe(level);
    }

    [Fact]
    public async Task Error_of_the_framework_is_a_warning_also_where_the_run_ends_before_the_failed_attempts_batch()
    {
        var flock = await _run.RunOnAsync(2, new RetryOptions { Max = 1 }, async (attempt, tell, stop) =>
        {
            if (attempt.Id.Number == 1)
                await tell(new AgentNote { Level = NoteLevel.Error, Text = "a [FAIL]" });
            await _run.Failing(("a", 1))(attempt, tell, stop);

            // Its process is slow to end; the other slot meanwhile runs the second attempt, the last of the run.
            if (attempt.Id.Number == 1)
                await Task.Delay(Timeout.Infinite, stop);
        }, "a");

        flock.Report.Of<NoteMade>().Where(note => note.Text == "a [FAIL]")
            .ShouldHaveSingleItem().Level.ShouldBe(NoteLevel.Warning);
    }

    [Fact]
    public async Task Error_of_the_framework_stays_one_where_it_names_no_test_that_is_tried_again()
    {
        var flock = await _run.RunAsync(new RetryOptions { Max = 1 }, async (attempt, tell, stop) =>
        {
            if (attempt.Id.Number == 1)
                await tell(new AgentNote { Level = NoteLevel.Error, Text = "the clean-up [FAIL]" });
            await _run.Failing(("Shop.Cart.Adds", 1))(attempt, tell, stop);
        }, "Shop.Cart.Adds");

        flock.Report.Of<NoteMade>().Where(note => note.Text == "the clean-up [FAIL]")
            .ShouldHaveSingleItem().Level.ShouldBe(NoteLevel.Error);
    }

    [Fact]
    public async Task Error_of_the_framework_stays_one_where_nothing_is_tried_again()
    {
        var flock = await _run.RunAsync(new RetryOptions { Max = 1 }, async (attempt, tell, stop) =>
        {
            await tell(new AgentNote { Level = NoteLevel.Error, Text = "no clean-up" });
            await ScriptedRunners.Passing(attempt, tell, stop);
        }, "a");

        flock.Report.Of<NoteMade>().ShouldHaveSingleItem().Level.ShouldBe(NoteLevel.Error);
    }

    public void Dispose() => _run.Dispose();
}
