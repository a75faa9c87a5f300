using TestFlock.Contracts;
using TestFlock.Core.Transport;
using TestFlock.Tests.Conformance;
using TestFlock.Tests.Servers;

namespace TestFlock.RabbitMq.Tests;

/// <summary>A broker of its own, since it is stopped and killed here.</summary>
public sealed class BrokerRestartTests : IAsyncLifetime
{
    private readonly PrivateRabbitMq _broker = new();

    public Task InitializeAsync() => _broker.StartAsync();

    public async Task DisposeAsync() => await _broker.DisposeAsync();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_broker_that_stops_or_dies_and_comes_back_has_lost_nothing(bool killed)
    {
        const int Batches = 300;
        var id = Some.Run();
        var clients = new RabbitMqClients(_broker.Uri);
        await using var run = await clients.OpenRunAsync(id);
        await using var agent = await clients.OpenAgentAsync();
        var sent = Enumerable.Range(0, Batches).Select(_ => Some.Batch(id)).ToArray();
        await Task.WhenAll(sent.Take(100).Select(b => run.PublishAsync(b, default)));
        await agent.ReportAsync(Some.Report(sent[0], Some.Note("before")), default);
        var inHand = await agent.TakeAsync(Some.QueueOf(sent[0]), default);

        var publishing = Task.WhenAll(sent.Skip(100).Select(b => run.PublishAsync(b, default)));
        var reporting = agent.ReportAsync(Some.Report(sent[0], Some.Note("meanwhile")), default);
        // A queue younger than two seconds is not on the disk yet, and a broker that is killed forgets it. The
        // coordinator heals that.
        await _broker.ControlAsync("eval", "mnesia:sync_log().");
        await (killed ? _broker.KillAsync() : _broker.StopAsync());
        (await clients.Watcher.Told.ReadAsync()).ShouldBe($"lost RabbitMQ at 127.0.0.1:{_broker.Port}");
        var late = agent.ReportAsync(Some.Report(sent[0], Some.Note("late")), default);
        await _broker.StartAsync();

        await Task.WhenAll(publishing, reporting, late);
        var notes = new HashSet<string>();
        await foreach (var delivery in run.ReadReportsAsync(default))
        {
            notes.UnionWith(delivery.Report.Events.OfType<AgentNote>().Select(n => n.Text));
            await delivery.AcknowledgeAsync(default);
            if (notes.Count == 3)
                break;
        }

        await inHand!.AcknowledgeAsync(default);
        var came = new HashSet<BatchId>();
        while (await agent.TakeAsync(Some.QueueOf(sent[0]), default) is { } delivery)
        {
            came.Add(delivery.Batch.Id);
            await delivery.AcknowledgeAsync(default);
        }

        sent.Select(b => b.Id).Except(came).ShouldBeEmpty();
        (await clients.Watcher.Told.ReadAsync()).ShouldStartWith("lost ");
        (await clients.Watcher.Told.ReadAsync()).ShouldStartWith("back ");
        (await clients.Watcher.Told.ReadAsync()).ShouldStartWith("back ");
        clients.Watcher.Told.TryRead(out _).ShouldBeFalse();
    }

    [Fact]
    public async Task Queues_that_somebody_deleted_are_made_again()
    {
        var id = Some.Run();
        var clients = new RabbitMqClients(_broker.Uri);
        await using var run = await clients.OpenRunAsync(id);
        await using var agent = await clients.OpenAgentAsync();
        var batch = Some.Batch(id);
        await run.PublishAsync(batch, default);
        var notes = NotesOf(run).GetAsyncEnumerator();
        await agent.ReportAsync(Some.Report(batch, Some.Note("before")), default);
        (await notes.MoveNextAsync()).ShouldBeTrue();

        await _broker.ControlAsync("eval", $$"""
            [rabbit_amqqueue:delete(Q, false, false, <<"test">>) || Q <- rabbit_amqqueue:list()].
            """);

        (await run.CountWaitingAsync("", default)).ShouldBe(0);
        var next = notes.MoveNextAsync();
        await ReportOnceThereIsAQueueAsync(agent, Some.Report(batch, Some.Note("after")));
        (await next).ShouldBeTrue();
        notes.Current.ShouldBe("after");
        await run.PublishAsync(batch, default);
        (await agent.TakeAsync(Some.QueueOf(batch), default)).ShouldNotBeNull();
    }

    private static async IAsyncEnumerable<string> NotesOf(IRunTransport run)
    {
        await foreach (var delivery in run.ReadReportsAsync(default))
        {
            await delivery.AcknowledgeAsync(default);
            foreach (var note in delivery.Report.Events.OfType<AgentNote>())
                yield return note.Text;
        }
    }

    private static async Task ReportOnceThereIsAQueueAsync(IAgentTransport agent, AgentReport report)
    {
        while (true)
        {
            try
            {
                await agent.ReportAsync(report, default);
                return;
            }
            catch (RunGoneException)
            {
                await Task.Yield();
            }
        }
    }
}
