using TestFlock.Contracts;
using TestFlock.Core.Transport;

namespace TestFlock.Fleet.Tests.Protocol;

/// <summary>Reports as a build with these versions writes them.</summary>
internal sealed class StampedTransport(IAgentTransport inner, ProtocolRange understood) : IAgentTransport
{
    public Task<IBatchDelivery?> TakeAsync(QueueName queue, CancellationToken cancellationToken) =>
        inner.TakeAsync(queue, cancellationToken);

    public Task ReportAsync(AgentReport report, CancellationToken cancellationToken) => inner.ReportAsync(
        report with { Writer = understood.Newest, Protocol = understood.Oldest }, cancellationToken);

    public ValueTask DisposeAsync() => inner.DisposeAsync();
}
