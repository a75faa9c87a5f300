using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using TestFlock.Contracts;
using TestFlock.Core.Coordination;
using TestFlock.Core.Transport;

namespace TestFlock.Execution.Slots;

/// <summary>
/// Deliveries that came again while another living agent runs them (the connection flapped, the agent did not die).
/// They wait here, off the slots: running them would run tests twice, returning them would bring them back at once.
/// </summary>
internal sealed partial class HeldBatches(
    IAgentRegistration registration,
    TimeProvider time,
    ILogger<HeldBatches> logger) : IAsyncDisposable
{
    // A claim has no wake-up of its own, and a held batch is rare and never urgent: its tests are running.
    private static readonly TimeSpan AskAgainAfter = TimeSpan.FromMilliseconds(500);

    private readonly ConcurrentDictionary<Task, byte> _watches = new();
    private readonly CancellationTokenSource _end = new();

    public void Keep(IBatchDelivery delivery)
    {
        var watch = WatchAsync(delivery, _end.Token);
        _watches.TryAdd(watch, 0);
        _ = watch.ContinueWith(
            done => _watches.TryRemove(
                done, out _), CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
    }

    /// <summary>Gives everything back to its queue.</summary>
    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await Task.WhenAll(_watches.Keys);
        _end.Dispose();
    }

    private async Task WatchAsync(IBatchDelivery delivery, CancellationToken cancellationToken)
    {
        var batch = delivery.Batch;
        try
        {
            while (true)
            {
                await Task.Delay(AskAgainAfter, time, cancellationToken);
                switch (await registration.PeekClaimAsync(batch.Run, batch.Id, cancellationToken))
                {
                    case ClaimAnswer.Done:
                        await delivery.AcknowledgeAsync(cancellationToken);
                        return;
                    case ClaimAnswer.Granted:
                        await registration.ReturnAsync(delivery);
                        return;
                }
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await ReturnAtEndAsync(delivery);
        }
        catch (Exception e) when (e is TransportException or CoordinationException)
        {
            // The broker redelivers what a broken channel held, so nothing is lost by letting go.
            LetGo(logger, batch.Id, e);
        }
    }

    private async Task ReturnAtEndAsync(IBatchDelivery delivery)
    {
        try
        {
            await registration.ReturnAsync(delivery);
        }
        catch (TransportException e)
        {
            LetGo(logger, delivery.Batch.Id, e);
        }
    }

    [LoggerMessage(21, LogLevel.Warning, "Held batch {Batch} was let go; the broker delivers it again")]
    private static partial void LetGo(ILogger logger, BatchId batch, Exception exception);
}
