using TestFlock.Core.Transport;
using TestFlock.Tests.Conformance;
using TestFlock.Tests.Servers;

namespace TestFlock.RabbitMq.Tests;

[Collection(RabbitMqCollection.Name)]
public sealed class QueueExpiryTests(RabbitMqFixture broker)
{
    private static readonly TimeSpan Expiry = TimeSpan.FromSeconds(1);

    [Fact]
    public async Task Queues_of_a_run_whose_coordinator_vanished_expire_and_reports_learn_that_it_is_gone()
    {
        var id = Some.Run();
        var network = new LoopbackRelay(broker.Server.Port);
        var vanishing = Clients(PrivateRabbitMq.UriAt(network.Port));
        var run = await vanishing.OpenRunAsync(id);
        await run.PublishAsync(Some.Batch(id), default);
        (await run.CountWaitingAsync("", default)).ShouldBe(1);

        network.Refuse();
        await using var agent = await Clients(broker.Server.Uri).OpenAgentAsync();
        while ((await broker.Server.FindQueuesAsync()).Any(q => q.Contains(id.Value)))
            await Task.Yield();

        await Should.ThrowAsync<RunGoneException>(agent.ReportAsync(Some.Report(Some.Batch(id)), default));
        network.Restore();
        await run.DisposeAsync();
        await network.DisposeAsync();
    }

    [Fact]
    public async Task Queues_of_a_living_coordinator_that_looks_at_them_do_not_expire()
    {
        var id = Some.Run();
        await using var run = await Clients(broker.Server.Uri).OpenRunAsync(id);
        await run.PublishAsync(Some.Batch(id, "os=linux"), default);
        using var reading = new CancellationTokenSource();
        var reports = ReadForEverAsync(run, reading.Token);

        // Several expiries long, counted by the broker's own clock: queues that nobody looks at live and die beside it.
        using var looking = new CancellationTokenSource();
        var counts = CountForEverAsync(run, looking.Token);
        await using var stranger = await RawQueue.OpenAsync(broker.Server.Uri);
        for (var i = 0; i < 3; i++)
        {
            var witness = $"witness-{Guid.NewGuid():N}";
            await stranger.DeclareAsync(witness, Expiry);
            while ((await broker.Server.FindQueuesAsync()).Contains(witness))
                await Task.Yield();
        }

        (await broker.Server.FindQueuesAsync()).Count(q => q.Contains(id.Value)).ShouldBe(2);
        await looking.CancelAsync();
        (await counts).ShouldAllBe(count => count == 1);
        await reading.CancelAsync();
        await reports;
    }

    [Fact]
    public async Task A_queue_that_expired_while_the_broker_was_out_of_reach_is_made_again_when_something_is_published()
    {
        var id = Some.Run();
        await using var run = await Clients(broker.Server.Uri).OpenRunAsync(id);
        await using var agent = await Clients(broker.Server.Uri).OpenAgentAsync();
        await run.PublishAsync(Some.Batch(id), default);
        while ((await broker.Server.FindQueuesAsync()).Any(q => q.Contains($"work.{id}")))
            await Task.Yield();

        var batch = Some.Batch(id);
        await run.PublishAsync(batch, default);

        (await agent.TakeAsync(Some.QueueOf(batch), default)).ShouldNotBeNull().Batch.Id.ShouldBe(batch.Id);
    }

    private static RabbitMqClients Clients(Uri address) => new(address)
    {
        Options = new RabbitMqOptions { Address = address, ClientName = "tests", QueueExpiry = Expiry },
    };

    private static async Task<IReadOnlyList<int>> CountForEverAsync(IRunTransport run, CancellationToken end)
    {
        var counts = new List<int>();
        while (!end.IsCancellationRequested)
            counts.Add(await run.CountWaitingAsync("os=linux", default));
        return counts;
    }

    private static async Task ReadForEverAsync(IRunTransport run, CancellationToken end)
    {
        try
        {
            await foreach (var delivery in run.ReadReportsAsync(end))
                await delivery.AcknowledgeAsync(end);
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
            // The test is over.
        }
    }
}
