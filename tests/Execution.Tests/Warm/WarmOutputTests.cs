using TestFlock.Contracts;
using TestFlock.Execution.Tests.Support;

namespace TestFlock.Execution.Tests.Warm;

/// <summary>
/// What no framework hears of the console is told as the platform tells it: line by line, to the run.
/// </summary>
public sealed class WarmOutputTests
{
    [Fact]
    public async Task RunAsync_what_a_test_writes_is_told_before_its_batch_ends_and_with_its_own_batch()
    {
        await using var run = Start("start; write of the first; result Passed; end");
        await run.ToEndAsync();

        var second = await run.AgainAsync("start; write of the second; result Passed; end");

        Notes(run.Events).ShouldBe(["of the first"]);
        Notes(second).ShouldBe(["of the second"]);
    }

    [Fact]
    public async Task RunAsync_last_output_in_a_reason_holds_nothing_of_ours()
    {
        await using var run = Start("start; write before; result Passed; end");
        await run.ToEndAsync();

        var second = await run.AgainAsync("start; write last words; exit 3");

        var reason = second.OfType<AttemptEnded>().ShouldHaveSingleItem().Reason!;
        reason.ShouldContain("Its last output:\nlast words\nTo run it again:");
    }

    [Fact]
    public async Task RunAsync_user_who_forwards_no_output_reads_none()
    {
        const string settings =
            "<RunSettings><RunConfiguration><ForwardStandardOutput>false</ForwardStandardOutput></RunConfiguration></RunSettings>";
        await using var run = BatchRun.Start(
            BatchRun.WarmManifest with { SettingsXml = settings }, "start; write unheard; result Passed; end");

        await run.ToEndAsync();

        run.EndsInOrder().ShouldBe([AttemptEnd.Completed]);
        Notes(run.Events).ShouldBeEmpty();
    }

    private static BatchRun Start(params string[] scripts) => BatchRun.Start(BatchRun.WarmManifest, scripts);

    private static IEnumerable<string> Notes(IEnumerable<AgentEvent> events) =>
        events.OfType<AgentNote>().Select(n => n.Text);
}
