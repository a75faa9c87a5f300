using Microsoft.Extensions.Logging;
using TestFlock.Contracts;
using TestFlock.Core.Coordination;
using TestFlock.Core.Transport;

namespace TestFlock.Execution.Slots;

/// <summary>
/// One slot's life: wait for a lease, take the batch, be its one living owner, run it, hand the results over, again.
/// </summary>
internal sealed partial class SlotLoop(
    string agent,
    int slot,
    IAgentRegistration registration,
    IAgentTransport transport,
    BatchExecution execution,
    HeldBatches held,
    TimeProvider time,
    ILogger<SlotLoop> logger)
{
    /// <param name="drain">Take nothing new; what runs, ends.</param>
    /// <param name="stop">Stop what runs, too.</param>
    public async Task RunAsync(CancellationToken drain, CancellationToken stop)
    {
        using var noMore = CancellationTokenSource.CreateLinkedTokenSource(drain, stop);
        while (!noMore.IsCancellationRequested)
        {
            ISlotLease lease;
            try
            {
                lease = await registration.PickAsync(slot, noMore.Token);
            }
            catch (OperationCanceledException) when (noMore.IsCancellationRequested)
            {
                return;
            }

            if (!await TryMakeReadyAsync(lease, noMore.Token))
                continue;
            await using (lease)
                await ServeAsync(lease, stop);
        }
    }

    /// <summary>
    /// A lease is a place in an environment that others may wait for: it is not held while a package is on its way.
    /// </summary>
    /// <returns>False when the lease was given back meanwhile.</returns>
    private async Task<bool> TryMakeReadyAsync(ISlotLease lease, CancellationToken noMore)
    {
        var ready = Task.CompletedTask;
        try
        {
            ready = await execution.BeginPreparingAsync(lease.Queue.Run, noMore);
        }
        catch (OperationCanceledException) when (noMore.IsCancellationRequested)
        {
            // Nothing is being brought here.
        }

        if (ready.IsCompleted && !noMore.IsCancellationRequested)
            return true;
        GivenBack(logger, agent, slot, lease.Queue);
        await lease.DisposeAsync();
        await registration.PutBackAsync(lease.Queue, CancellationToken.None);
        await ready;
        return false;
    }

    private async Task ServeAsync(ISlotLease lease, CancellationToken stop)
    {
        var leased = time.GetUtcNow();
        var delivery = await transport.TakeAsync(lease.Queue, stop);
        if (delivery is null)
        {
            NothingThere(logger, agent, slot, lease.Queue);
            return;
        }

        var batch = delivery.Batch;
        lease.What = WorkText.Of(batch);
        switch (await lease.ClaimAsync(batch.Id, stop))
        {
            case ClaimAnswer.Granted:
                await execution.RunAsync(lease, leased, delivery, stop);
                break;
            case ClaimAnswer.Done:
                DoneAlready(logger, agent, slot, batch.Id);
                await delivery.AcknowledgeAsync(stop);
                break;
            case ClaimAnswer.Held:
                HeldElsewhere(logger, agent, slot, batch.Id);
                held.Keep(delivery);
                break;
            case ClaimAnswer.LeaseLost:
                LostBeforeClaim(logger, agent, slot, batch.Id);
                await registration.ReturnAsync(delivery);
                break;
        }
    }

    [LoggerMessage(4, LogLevel.Warning,
        "{Agent}/{Slot}: the lease ended before batch {Batch} could be claimed; it goes back to its queue")]
    private static partial void LostBeforeClaim(ILogger logger, string agent, int slot, BatchId batch);

    [LoggerMessage(5, LogLevel.Information,
        "{Agent}/{Slot}: the lease for {Queue} was given back until what the run's tests are in has come")]
    private static partial void GivenBack(ILogger logger, string agent, int slot, QueueName queue);

    [LoggerMessage(1, LogLevel.Debug, "{Agent}/{Slot}: a batch was announced in {Queue}, but none is there")]
    private static partial void NothingThere(ILogger logger, string agent, int slot, QueueName queue);

    [LoggerMessage(2, LogLevel.Information,
        "{Agent}/{Slot}: batch {Batch} came again, its results are reported already")]
    private static partial void DoneAlready(ILogger logger, string agent, int slot, BatchId batch);

    [LoggerMessage(3, LogLevel.Information,
        "{Agent}/{Slot}: batch {Batch} came again while another agent runs it; kept aside")]
    private static partial void HeldElsewhere(ILogger logger, string agent, int slot, BatchId batch);
}
