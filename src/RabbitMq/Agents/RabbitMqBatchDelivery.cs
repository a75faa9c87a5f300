using Microsoft.Extensions.Logging;
using RabbitMQ.Client;
using TestFlock.Contracts;
using TestFlock.Core.Transport;
using TestFlock.RabbitMq.Connecting;

namespace TestFlock.RabbitMq.Agents;

/// <summary>A batch that the broker takes back by itself when its channel dies.</summary>
internal sealed partial class RabbitMqBatchDelivery(
    Batch batch, ulong tag, IChannel channel, TakingChannels channels, ILogger logger)
    : IBatchDelivery
{
    public Batch Batch => batch;

    public Task AcknowledgeAsync(CancellationToken cancellationToken) =>
        EndAsync(() => channel.BasicAckAsync(tag, multiple: false, cancellationToken));

    public Task ReturnAsync(CancellationToken cancellationToken) =>
        EndAsync(() => channel.BasicNackAsync(tag, multiple: false, requeue: true, cancellationToken));

    private async Task EndAsync(Func<ValueTask> tell)
    {
        try
        {
            await tell();
        }
        catch (Exception e) when (RabbitMqFailure.Passes(e) && e is not OperationCanceledException)
        {
            TakenBack(logger, batch.Id, RabbitMqFailure.Reason(e));
        }

        await channels.GiveBackAsync(channel);
    }

    [LoggerMessage(331, LogLevel.Information,
        "The broker had taken batch {Batch} back before it was acknowledged or returned ({Why}); it delivers it again")]
    private static partial void TakenBack(ILogger logger, BatchId batch, string why);
}
