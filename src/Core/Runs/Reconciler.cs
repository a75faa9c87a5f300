using Microsoft.Extensions.Logging;
using TestFlock.Contracts;
using TestFlock.Core.Coordination;
using TestFlock.Core.Transport;

namespace TestFlock.Core.Runs;

/// <summary>
/// Heals what messages alone cannot: a count that drifted from its queue, and a batch that nobody runs and no queue holds. Such a
/// batch must be found adrift twice in a row, since between a queue and a claim there is a moment without either.
/// </summary>
internal sealed partial class Reconciler(
    RunBook book,
    IRunTransport transport,
    IRunRegistration registration,
    Publisher publisher,
    RunRules rules,
    ILogger<Reconciler> logger)
{
    /// <returns>The batches that went round too often; nothing more can be hoped of them.</returns>
    public async Task<IReadOnlyList<BatchProgress>> RunAsync(CancellationToken cancellationToken)
    {
        var adrift = new List<BatchProgress>();
        foreach (var group in book.OpenBatches.GroupBy(b => b.Batch.Requirements).ToArray())
        {
            var waiting = await transport.CountWaitingAsync(group.Key, cancellationToken);
            await registration.SyncAsync(group.Key, waiting, cancellationToken);
            if (waiting == 0)
                adrift.AddRange(await FindAdriftAsync([.. group], cancellationToken));
        }

        var hopeless = adrift.Where(b => b.Executions >= rules.MostExecutions).ToArray();
        foreach (var open in adrift.Except(hopeless))
            await PublishAgainAsync(open, cancellationToken);
        return hopeless;
    }

    private async Task<IEnumerable<BatchProgress>> FindAdriftAsync(BatchProgress[] open, CancellationToken cancellationToken)
    {
        var claimed = await registration.FindClaimedAsync([.. open.Select(b => b.Batch.Id)], cancellationToken);
        var adrift = open.Where(b => b.WasAdrift && !claimed.Contains(b.Batch.Id)).ToArray();
        foreach (var batch in open)
            batch.WasAdrift = !claimed.Contains(batch.Batch.Id);
        return adrift;
    }

    private async Task PublishAgainAsync(BatchProgress open, CancellationToken cancellationToken)
    {
        PublishedAgain(logger, open.Batch.Id, open.Executions);
        open.WasAdrift = false;
        await publisher.PublishAsync(open.Batch, cancellationToken);
    }

    [LoggerMessage(201, LogLevel.Warning,
        "Batch {Batch} is in no queue and no agent runs it (begun {Executions} times); it is published again")]
    private static partial void PublishedAgain(ILogger logger, BatchId batch, int executions);
}
