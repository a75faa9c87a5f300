using TestFlock.Contracts;

namespace TestFlock.Core.Transport;

/// <summary>One report that reached the coordinator, in its custody only once acknowledged.</summary>
public interface IReportDelivery
{
    AgentReport Report { get; }

    Task AcknowledgeAsync(CancellationToken cancellationToken);
}
