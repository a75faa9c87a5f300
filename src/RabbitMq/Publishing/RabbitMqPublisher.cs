using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;
using TestFlock.RabbitMq.Connecting;
using TestFlock.RabbitMq.Messages;

namespace TestFlock.RabbitMq.Publishing;

/// <summary>
/// Publishes with confirmation. A message whose confirmation was cut off is published again, so it may arrive twice:
/// readers know their messages by key.
/// </summary>
internal sealed class RabbitMqPublisher(RabbitMqConnection connection, RabbitMqOptions options) : IAsyncDisposable
{
    // No rate limiter of the client's: an explicit one collapses with batches of publishes; the window does it.
    private readonly RabbitMqChannel _channel = new(
        connection,
        new CreateChannelOptions(
            publisherConfirmationsEnabled: true,
            publisherConfirmationTrackingEnabled: true,
            outstandingPublisherConfirmationsRateLimiter: null));

    private readonly PublishWindow _window = new(options.WindowMessages, options.WindowBytes);

    /// <summary>Returns when the broker has it in custody; waits out a broker that is away.</summary>
    /// <returns>False when there is no such queue.</returns>
    public async Task<bool> TryPublishAsync(string queue, RabbitMqMessage message, CancellationToken cancellationToken)
    {
        using var place = await _window.EnterAsync(message.Body.Length, cancellationToken);
        return await connection.PersistAsync(ct => PublishOnceAsync(queue, message, ct), cancellationToken);
    }

    public ValueTask DisposeAsync() => _channel.DisposeAsync();

    private async Task<bool> PublishOnceAsync(
        string queue, RabbitMqMessage message, CancellationToken cancellationToken)
    {
        var channel = await _channel.GetAsync(cancellationToken);
        try
        {
            await channel.BasicPublishAsync(
                exchange: "", queue, mandatory: true, message.ToProperties(), message.Body, cancellationToken);
            return true;
        }
        catch (PublishException e) when (e.IsReturn)
        {
            return false;
        }
    }
}
