using Microsoft.Extensions.Logging;
using RabbitMQ.Client;
using TestFlock.Contracts;
using TestFlock.Core.Servers;
using TestFlock.Core.Transport;
using TestFlock.RabbitMq.Connecting;
using TestFlock.RabbitMq.Messages;
using TestFlock.RabbitMq.Publishing;

namespace TestFlock.RabbitMq.Agents;

/// <summary>
/// An agent's side of the transport: one connection, a channel for each batch in hand, and one to report on.
/// </summary>
public sealed class RabbitMqAgentTransport : IAgentTransport
{
    // A broker that was killed may have forgotten a young queue; its coordinator, when it lives, makes it again within
    // this time.
    private static readonly TimeSpan CoordinatorNeeds = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan PauseForCoordinator = TimeSpan.FromMilliseconds(250);

    private readonly RabbitMqConnection _connection;
    private readonly RabbitMqOptions _options;
    private readonly TimeProvider _time;
    private readonly TakingChannels _channels;
    private readonly RabbitMqPublisher _publisher;
    private readonly RabbitMqReader _reader;
    private readonly ILogger _logger;

    private RabbitMqAgentTransport(
        RabbitMqConnection connection, RabbitMqOptions options, TimeProvider time, ILoggerFactory loggers)
    {
        (_connection, _options, _time) = (connection, options, time);
        _channels = new TakingChannels(connection);
        _publisher = new RabbitMqPublisher(connection, options);
        _reader = new RabbitMqReader(options);
        _logger = loggers.CreateLogger<RabbitMqAgentTransport>();
        SetAside = new SetAsideCount(loggers.CreateLogger<SetAsideCount>());
    }

    internal SetAsideCount SetAside { get; }

    /// <exception cref="TransportException">The broker cannot be reached or refuses; the message has address and
    /// cure.</exception>
    public static async Task<RabbitMqAgentTransport> OpenAsync(
        RabbitMqOptions options,
        IServerWatcher watcher,
        TimeProvider time,
        ILoggerFactory loggers,
        CancellationToken cancellationToken) =>
        new(await RabbitMqConnection.OpenAsync(
            options, watcher, time, loggers, cancellationToken), options, time, loggers);

    public Task<IBatchDelivery?> TakeAsync(QueueName queue, CancellationToken cancellationToken) =>
        _connection.PersistAsync(ct => TakeOnceAsync(queue, ct), cancellationToken);

    public async Task ReportAsync(AgentReport report, CancellationToken cancellationToken)
    {
        var queue = RabbitMqQueues.ReportsOf(report.Run);
        foreach (var part in ReportParts.Of(report, _options.LongestMessage))
        {
            while (!await _publisher.TryPublishAsync(queue, part, cancellationToken))
            {
                if (!_connection.WasRestoredWithin(CoordinatorNeeds))
                    throw new RunGoneException(report.Run);
                await Task.Delay(PauseForCoordinator, _time, cancellationToken);
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _publisher.DisposeAsync();
        await _channels.DisposeAsync();
        await _connection.DisposeAsync();
    }

    private async Task<IBatchDelivery?> TakeOnceAsync(QueueName queue, CancellationToken cancellationToken)
    {
        var channel = await _channels.RentAsync(cancellationToken);
        try
        {
            var delivery = await TakeFromAsync(channel, queue, cancellationToken);
            if (delivery is null)
                await _channels.GiveBackAsync(channel);
            return delivery;
        }
        catch (Exception e)
        {
            // What it may hold by now goes back to the queue with it.
            await channel.DisposeAsync();
            if (RabbitMqFailure.IsMissing(e))
                return null;
            throw;
        }
    }

    private async Task<IBatchDelivery?> TakeFromAsync(
        IChannel channel, QueueName queue, CancellationToken cancellationToken)
    {
        var name = RabbitMqQueues.WorkOf(queue);
        while (await channel.BasicGetAsync(name, autoAck: false, cancellationToken) is { } got)
        {
            var delivered = new DeliveredMessage(got.DeliveryTag, got.BasicProperties, got.Body.Length, got.Body);
            if (_reader.TryReadBatch(queue, delivered, out var batch, out var why))
                return new RabbitMqBatchDelivery(batch, got.DeliveryTag, channel, _channels, _logger);
            SetAside.Add(name, why);
            await channel.BasicRejectAsync(got.DeliveryTag, requeue: false, cancellationToken);
        }

        return null;
    }
}
