using TestFlock.Tests.Conformance;
using TestFlock.Tests.Servers;

namespace TestFlock.RabbitMq.Tests;

/// <summary>A broker of its own, since its time-out is set for all.</summary>
public sealed class ConsumerTimeoutTests : IAsyncLifetime
{
    private readonly PrivateRabbitMq _broker = new();

    public async Task InitializeAsync()
    {
        await _broker.StartAsync();
        await _broker.ControlAsync("eval", "application:set_env(rabbit, consumer_timeout, 500).");
        await _broker.ControlAsync("eval", "application:set_env(rabbit, channel_tick_interval, 500).");
    }

    public async Task DisposeAsync() => await _broker.DisposeAsync();

    [Fact]
    public async Task A_batch_that_takes_longer_than_the_brokers_time_out_costs_no_other_batch_and_comes_again()
    {
        var id = Some.Run();
        var log = new RecordingLogger();
        var clients = new RabbitMqClients(_broker.Uri, log);
        await using var run = await clients.OpenRunAsync(id);
        await using var agent = await clients.OpenAgentAsync();
        var (slow, quick) = (Some.Batch(id), Some.Batch(id));
        await run.PublishAsync(slow, default);
        await run.PublishAsync(quick, default);

        var slowInHand = await agent.TakeAsync(Some.QueueOf(slow), default);
        while (await run.CountWaitingAsync("", default) < 2)
        {
            // At the end of the wait it may be the slow one that came again.
            var inHand = await agent.TakeAsync(Some.QueueOf(quick), default);
            await inHand!.ReturnAsync(default);
        }

        await agent.ReportAsync(Some.Report(slow), default);
        await slowInHand!.AcknowledgeAsync(default);

        log.Lines.ShouldContain(line => line.Contains("had taken batch"));
        (await run.CountWaitingAsync("", default)).ShouldBe(2);
    }
}
