using TestFlock.Contracts;

namespace TestFlock.Core.Transport;

/// <summary>
/// The coordinator's side of the transport, for one run. Delivers at least once in both directions; who reads drops
/// duplicates. Disposing it deletes every queue of the run, with what is still in them.
/// </summary>
public interface IRunTransport : IAsyncDisposable
{
    /// <summary>
    /// Returns when the transport has taken the batch into custody: a crash of the sender no longer loses it.
    /// </summary>
    Task PublishAsync(Batch batch, CancellationToken cancellationToken);

    /// <summary>What agents report, until cancelled. A report that is not acknowledged comes again.</summary>
    IAsyncEnumerable<IReportDelivery> ReadReportsAsync(CancellationToken cancellationToken);

    /// <summary>How many batches wait in the queue, untaken.</summary>
    Task<int> CountWaitingAsync(string requirements, CancellationToken cancellationToken);
}
