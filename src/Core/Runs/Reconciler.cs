using TestFlock.Contracts;
using TestFlock.Core.Coordination;
using TestFlock.Core.Transport;

namespace TestFlock.Core.Runs;

/// <summary>
/// Compares what queues hold, what was announced and what agents have claimed; brings the first two in step. Works
/// beside the run's signals: what it finds is judged there.
/// </summary>
internal sealed class Reconciler(IRunTransport transport, IRunRegistration registration, Publisher publisher)
{
    /// <param name="open">Batches that have not ended.</param>
    /// <param name="around">Whether to look at other runs, too.</param>
    /// <param name="cancellationToken">The run ended.</param>
    public async Task<Findings> LookAsync(
        IReadOnlyCollection<Batch> open, bool around, CancellationToken cancellationToken)
    {
        using var pause = await publisher.PauseAsync(cancellationToken);
        var unowned = new HashSet<BatchId>();
        foreach (var group in open.GroupBy(b => b.Requirements))
        {
            var waiting = await transport.CountWaitingAsync(group.Key, cancellationToken);
            await registration.SyncAsync(group.Key, waiting, cancellationToken);
            if (waiting == 0 && publisher.IsDone)
                unowned.UnionWith(await FindUnclaimedAsync([.. group.Select(b => b.Id)], cancellationToken));
        }

        return new Findings(
            unowned,
            await registration.FindAgentsAsync(cancellationToken),
            around ? await registration.LookAsync(cancellationToken) : null);
    }

    private async Task<IEnumerable<BatchId>> FindUnclaimedAsync(BatchId[] open, CancellationToken cancellationToken)
    {
        var claimed = await registration.FindClaimedAsync(open, cancellationToken);
        return open.Where(batch => !claimed.Contains(batch));
    }
}
