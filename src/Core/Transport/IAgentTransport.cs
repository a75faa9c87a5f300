using TestFlock.Contracts;

namespace TestFlock.Core.Transport;

/// <summary>An agent's side of the transport, for all runs.</summary>
public interface IAgentTransport : IAsyncDisposable
{
    /// <summary>
    /// Takes the next batch; null when the queue is empty or gone. Call it only with a lease for that queue.
    /// </summary>
    Task<IBatchDelivery?> TakeAsync(QueueName queue, CancellationToken cancellationToken);

    /// <summary>Returns when the transport has the report in custody; waits out a broker that is away.</summary>
    /// <exception cref="RunGoneException">Nobody gathers results for this run any more: stop its tests.</exception>
    Task ReportAsync(AgentReport report, CancellationToken cancellationToken);
}
