using System.Diagnostics;
using TestFlock.Contracts;
using TestFlock.Core.Transport;

namespace TestFlock.Bench.Fleet;

/// <summary>An agent's transport, each of whose steps is timed.</summary>
internal sealed class TimedTransport(IAgentTransport inner, Observations observations) : IAgentTransport
{
    public async Task<IBatchDelivery?> TakeAsync(QueueName queue, CancellationToken cancellationToken)
    {
        var began = Stopwatch.GetTimestamp();
        var delivery = await inner.TakeAsync(queue, cancellationToken);
        observations.AddStep("take", began);
        return delivery is null ? null : new Delivery(delivery, observations);
    }

    public async Task ReportAsync(AgentReport report, CancellationToken cancellationToken)
    {
        var began = Stopwatch.GetTimestamp();
        await inner.ReportAsync(report, cancellationToken);
        observations.AddStep("report", began);
    }

    public ValueTask DisposeAsync() => inner.DisposeAsync();

    private sealed class Delivery(IBatchDelivery inner, Observations observations) : IBatchDelivery
    {
        public Batch Batch => inner.Batch;

        public async Task AcknowledgeAsync(CancellationToken cancellationToken)
        {
            var began = Stopwatch.GetTimestamp();
            await inner.AcknowledgeAsync(cancellationToken);
            observations.AddStep("acknowledge", began);
        }

        public Task ReturnAsync(CancellationToken cancellationToken) => inner.ReturnAsync(cancellationToken);
    }
}
