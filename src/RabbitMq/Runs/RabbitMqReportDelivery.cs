using TestFlock.Contracts;
using TestFlock.Core.Transport;

namespace TestFlock.RabbitMq.Runs;

/// <summary>A report that the broker keeps until it is acknowledged.</summary>
internal sealed class RabbitMqReportDelivery(ReportConsumer consumer, ulong tag, AgentReport report) : IReportDelivery
{
    public AgentReport Report => report;

    public Task AcknowledgeAsync(CancellationToken cancellationToken) =>
        consumer.AcknowledgeAsync(tag, cancellationToken);
}
