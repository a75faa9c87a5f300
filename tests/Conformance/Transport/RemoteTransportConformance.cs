using TestFlock.Contracts;
using TestFlock.Core.Transport;
using TestFlock.Tests.Servers;

namespace TestFlock.Tests.Conformance.Transport;

/// <summary>What a transport over a network promises on top: the network may break at any moment.</summary>
public abstract class RemoteTransportConformance : RunTransportConformance
{
    /// <summary>The network between everybody and the server.</summary>
    protected abstract LoopbackRelay Network { get; }

    [Fact]
    public async Task What_an_agent_held_when_it_went_away_comes_again()
    {
        await using var run = await OpenRunAsync(Some.Run(), out var id);
        var leaving = await ConnectAgentAsync();
        await using var other = await ConnectAgentAsync();
        var batch = Some.Batch(id);
        await run.PublishAsync(batch, Soon);
        (await leaving.TakeAsync(Some.QueueOf(batch), Soon)).ShouldNotBeNull();

        await leaving.DisposeAsync();

        (await TakeOnceItIsThereAsync(other, batch)).Batch.Id.ShouldBe(batch.Id);
    }

    [Fact]
    public async Task What_was_in_hand_when_the_connection_dropped_comes_again_and_its_late_acknowledgement_does_no_harm()
    {
        await using var run = await OpenRunAsync(Some.Run(), out var id);
        await using var agent = await ConnectAgentAsync();
        var batch = Some.Batch(id);
        await run.PublishAsync(batch, Soon);
        var first = await agent.TakeAsync(Some.QueueOf(batch), Soon);

        Network.Cut();
        var second = await TakeOnceItIsThereAsync(agent, batch);
        await first!.AcknowledgeAsync(Soon);

        await second.ReturnAsync(Soon);
        (await TakeOnceItIsThereAsync(agent, batch)).Batch.Id.ShouldBe(batch.Id);
    }

    [Fact]
    public async Task A_report_that_was_not_acknowledged_comes_again_over_the_next_connection()
    {
        await using var run = await OpenRunAsync(Some.Run(), out var id);
        await using var agent = await ConnectAgentAsync();
        var report = Some.Report(Some.Batch(id));
        var sending = agent.ReportAsync(report, Soon);

        var seen = 0;
        await foreach (var delivery in run.ReadReportsAsync(Soon))
        {
            Json(delivery.Report).ShouldBe(Json(report));
            if (++seen == 2)
                break;
            Network.Cut();
        }

        await sending;
    }

    [Fact]
    public async Task Calls_wait_out_a_server_that_is_away()
    {
        await using var run = await OpenRunAsync(Some.Run(), out var id);
        await using var agent = await ConnectAgentAsync();
        var (before, during) = (Some.Batch(id), Some.Batch(id));
        await run.PublishAsync(before, Soon);
        var report = Some.Report(before);

        Network.Refuse();
        var publishing = run.PublishAsync(during, Soon);
        var taking = agent.TakeAsync(Some.QueueOf(before), Soon);
        var reporting = agent.ReportAsync(report, Soon);
        var receiving = ReceiveAsync(run, 1);
        await Network.SomebodyTriedAsync();
        new Task[] { publishing, taking, reporting, receiving }.ShouldAllBe(call => !call.IsCompleted);
        Network.Restore();

        await publishing;
        (await taking).ShouldNotBeNull().Batch.Id.ShouldBe(before.Id);
        await reporting;
        (await receiving).Select(Json).ShouldBe([Json(report)]);
    }

    [Fact]
    public async Task A_call_that_waits_for_the_server_can_be_cancelled()
    {
        await using var run = await OpenRunAsync(Some.Run(), out var id);
        await using var agent = await ConnectAgentAsync();
        using var end = new CancellationTokenSource();
        Network.Refuse();
        try
        {
            var calls = new Task[]
            {
                run.PublishAsync(Some.Batch(id), end.Token),
                agent.TakeAsync(new QueueName(id, ""), end.Token),
                agent.ReportAsync(Some.Report(Some.Batch(id)), end.Token),
            };

            await end.CancelAsync();

            foreach (var call in calls)
                await Should.ThrowAsync<OperationCanceledException>(call);
        }
        finally
        {
            Network.Restore();
        }
    }

    [Fact]
    public async Task Nothing_is_lost_while_the_connection_drops_again_and_again()
    {
        const int Batches = 400;
        await using var run = await OpenRunAsync(Some.Run(), out var id);
        await using var agent = await ConnectAgentAsync();
        var sent = Enumerable.Range(0, Batches).Select(_ => Some.Batch(id)).ToArray();

        var publishing = Task.WhenAll(sent.Select(b => run.PublishAsync(b, Soon)));
        var awaited = sent.Select(b => b.Id).ToHashSet();
        using var allCame = new CancellationTokenSource();
        var working = Enumerable.Range(0, 4).Select(_ => WorkAsync(agent, new QueueName(id, ""), allCame.Token))
            .ToArray();
        var received = 0;
        await foreach (var delivery in run.ReadReportsAsync(Soon))
        {
            awaited.Remove(delivery.Report.Batch);
            await delivery.AcknowledgeAsync(Soon);
            if (awaited.Count == 0)
                break;
            if (++received % 100 == 0)
                Network.Cut();
        }

        await publishing;
        await allCame.CancelAsync();
        await Task.WhenAll(working);
    }

    private static async Task WorkAsync(IAgentTransport agent, QueueName queue, CancellationToken end)
    {
        try
        {
            while (true)
            {
                if (await agent.TakeAsync(queue, end) is { } delivery)
                {
                    await agent.ReportAsync(Some.Report(delivery.Batch), end);
                    await delivery.AcknowledgeAsync(end);
                }
            }
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
            // All came.
        }
    }

    /// <summary>A server takes a moment to notice that a connection is gone.</summary>
    private static async Task<IBatchDelivery> TakeOnceItIsThereAsync(IAgentTransport agent, Batch batch)
    {
        while (true)
        {
            if (await agent.TakeAsync(Some.QueueOf(batch), Soon) is { } delivery)
                return delivery;
        }
    }
}
