using TestFlock.Contracts;
using TestFlock.Core.Transport;

namespace TestFlock.Fleet.Tests.Faults;

/// <summary>
/// An agent's transport over which reports come twice or once more later, batches go back untouched, and come again
/// though they are done.
/// </summary>
/// <param name="inner">The real one.</param>
/// <param name="chance">Of this agent.</param>
/// <param name="reported">Told of each report.</param>
internal sealed class FaultyTransport(IAgentTransport inner, Random chance, Action reported) : IAgentTransport
{
    private readonly Lock _gate = new(); // guards chance and _sent
    private readonly List<AgentReport> _sent = [];

    public async Task<IBatchDelivery?> TakeAsync(QueueName queue, CancellationToken cancellationToken)
    {
        var delivery = await inner.TakeAsync(queue, cancellationToken);
        if (delivery is null || Draw() >= 3)
            return delivery is null ? null : new FaultyDelivery(delivery, this);
        await delivery.ReturnAsync(cancellationToken);
        return null;
    }

    public async Task ReportAsync(AgentReport report, CancellationToken cancellationToken)
    {
        await inner.ReportAsync(report, cancellationToken);
        var again = FindAgain(report);
        reported();
        if (again is not null)
            await inner.ReportAsync(again, cancellationToken);
    }

    public ValueTask DisposeAsync() => inner.DisposeAsync();

    private AgentReport? FindAgain(AgentReport report)
    {
        lock (_gate)
        {
            _sent.Add(report);
            return chance.Next(100) switch
            {
                < 10 => report,
                < 20 => _sent[chance.Next(_sent.Count)],
                _ => null,
            };
        }
    }

    private int Draw()
    {
        lock (_gate)
            return chance.Next(100);
    }

    private sealed class FaultyDelivery(IBatchDelivery inner, FaultyTransport transport) : IBatchDelivery
    {
        public Batch Batch => inner.Batch;

        public Task AcknowledgeAsync(CancellationToken cancellationToken) => transport.Draw() < 10
            ? inner.ReturnAsync(cancellationToken)
            : inner.AcknowledgeAsync(cancellationToken);

        public Task ReturnAsync(CancellationToken cancellationToken) => inner.ReturnAsync(cancellationToken);
    }
}
