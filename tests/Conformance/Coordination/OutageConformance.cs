using TestFlock.Core.Coordination;

namespace TestFlock.Tests.Conformance.Coordination;

/// <summary>The network between a side and the server fails.</summary>
public abstract class OutageConformance(SharedCoordinationUnderTest coordination) : CoordinationSuite(coordination)
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Calls_wait_out_a_server_that_cannot_be_reached(bool silent)
    {
        await using var network = coordination.NewNetwork();
        await using var agent = await RegisterOverAsync(coordination, network, "host-1");
        await using var run = await OpenRun.OpenAsync(
            await coordination.ConnectRunAsync(network), new RunShare { Priority = RunPriority.Normal }, Soon);
        await run.AddAsync("", 1, TimeSpan.Zero, Soon);
        await using var lease = await agent.PickAsync(1, Soon);
        var batch = Some.Batch(run.Id).Id;

        if (silent)
            network.Silence();
        else
            network.Refuse();
        var adding = run.AddAsync("", 1, TimeSpan.Zero, Soon);
        var claiming = lease.ClaimAsync(batch, Soon);
        var picking = agent.PickAsync(2, Soon);
        new Task[] { adding, claiming, picking }.ShouldAllBe(call => !call.IsCompleted);
        network.Restore();

        await adding;
        (await claiming).ShouldBe(ClaimAnswer.Granted);
        await (await picking).DisposeAsync();
        await lease.FinishAsync(batch, Soon);
    }

    [Fact]
    public async Task A_call_that_waits_for_the_server_can_be_cancelled()
    {
        await using var network = coordination.NewNetwork();
        await using var agent = await RegisterOverAsync(coordination, network, "host-1");
        await using var run = await OpenRun.OpenAsync(
            await coordination.ConnectRunAsync(network), new RunShare { Priority = RunPriority.Normal }, Soon);
        using var end = new CancellationTokenSource();
        network.Refuse();
        var calls = new Task[] { run.AddAsync("", 1, TimeSpan.Zero, end.Token), agent.PickAsync(1, end.Token) };

        await end.CancelAsync();

        foreach (var call in calls)
            await Should.ThrowAsync<OperationCanceledException>(call);
        network.Restore();
    }

    [Fact]
    public async Task A_cancellation_that_somebody_asks_for_reaches_the_coordinator()
    {
        await using var run = await OpenAsync();
        var asked = new TaskCompletionSource();
        await using var registration = run.Registration.CancelRequested.Register(() => asked.TrySetResult());

        await coordination.CancelRunAsync(run.Id);

        await asked.Task.WaitAsync(Soon);
    }
}
