using TestFlock.Contracts;
using TestFlock.Core.Transport;

namespace TestFlock.Local.Tests;

public sealed class ReadButNotTakenTests
{
    [Fact]
    public async Task DisposeAsync_report_that_was_read_and_never_acknowledged_is_refused()
    {
        await using var transport = new LocalTransport();
        var run = await transport.OpenAsync(new RunId("r1"), CancellationToken.None);
        var sending = transport.ReportAsync(Report(), CancellationToken.None);
        await using var reports = run.ReadReportsAsync(CancellationToken.None).GetAsyncEnumerator();
        (await reports.MoveNextAsync()).ShouldBeTrue();

        // A coordinator that has all its results reads no further report.
        await run.DisposeAsync();

        await Should.ThrowAsync<RunGoneException>(sending);
    }

    private static AgentReport Report() => new()
    {
        Run = new RunId("r1"),
        Batch = new BatchId("b1"),
        Execution = Guid.NewGuid(),
        Agent = "agent",
        Slot = 1,
        Events = [new BatchEnded { At = DateTimeOffset.UnixEpoch }],
    };
}
