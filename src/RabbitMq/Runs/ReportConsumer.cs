using System.Runtime.CompilerServices;
using System.Threading.Channels;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;
using TestFlock.RabbitMq.Connecting;
using TestFlock.RabbitMq.Messages;

namespace TestFlock.RabbitMq.Runs;

/// <summary>
/// Reads one queue on one channel until that channel dies. What was not acknowledged by then comes again elsewhere.
/// </summary>
internal sealed class ReportConsumer : IAsyncDisposable
{
    private readonly IChannel _channel;
    private readonly RabbitMqOptions _options;
    private readonly Channel<DeliveredMessage> _arrived = Channel.CreateUnbounded<DeliveredMessage>(
        new UnboundedChannelOptions { SingleReader = true, SingleWriter = true });

    public ReportConsumer(IChannel channel, RabbitMqOptions options) => (_channel, _options) = (channel, options);

    public async Task StartAsync(string queue, CancellationToken cancellationToken)
    {
        // Bounds what is in this process: the broker sends no more until something is acknowledged.
        await _channel.BasicQosAsync(prefetchSize: 0, _options.Prefetch, global: false, cancellationToken);
        var consumer = new AsyncEventingBasicConsumer(_channel);
        consumer.ReceivedAsync += KeepAsync;
        consumer.UnregisteredAsync += EndAsync;
        consumer.ShutdownAsync += EndAsync;
        _channel.ChannelShutdownAsync += EndAsync;
        await _channel.BasicConsumeAsync(queue, autoAck: false, consumer, cancellationToken);
    }

    /// <summary>Ends when the channel died; what was still unread then is left out, since it comes again.</summary>
    public async IAsyncEnumerable<DeliveredMessage> ReadAllAsync(
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (await _arrived.Reader.WaitToReadAsync(cancellationToken))
        {
            while (_channel.IsOpen && _arrived.Reader.TryRead(out var delivered))
                yield return delivered;
            if (!_channel.IsOpen)
                yield break;
        }
    }

    public Task AcknowledgeAsync(ulong tag, CancellationToken cancellationToken) =>
        TellAsync(() => _channel.BasicAckAsync(tag, multiple: false, cancellationToken));

    public Task SetAsideAsync(ulong tag, CancellationToken cancellationToken) =>
        TellAsync(() => _channel.BasicRejectAsync(tag, requeue: false, cancellationToken));

    public ValueTask DisposeAsync() => _channel.DisposeAsync();

    private static async Task TellAsync(Func<ValueTask> tell)
    {
        try
        {
            await tell();
        }
        catch (Exception e) when (RabbitMqFailure.Passes(e) && e is not OperationCanceledException)
        {
            // The channel is dead: the broker delivers the message again, and its reader knows it by then.
        }
    }

    private Task KeepAsync(object sender, BasicDeliverEventArgs delivery)
    {
        // The client takes the body's memory back when this returns.
        var body = delivery.Body.Length > _options.LongestMessage ? default : delivery.Body.ToArray();
        _arrived.Writer.TryWrite(
            new DeliveredMessage(delivery.DeliveryTag, delivery.BasicProperties, delivery.Body.Length, body));
        return Task.CompletedTask;
    }

    private Task EndAsync(object sender, AsyncEventArgs happened)
    {
        _arrived.Writer.TryComplete();
        return Task.CompletedTask;
    }
}
