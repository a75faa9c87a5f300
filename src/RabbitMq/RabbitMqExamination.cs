using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using RabbitMQ.Client;
using TestFlock.Core.Servers;
using TestFlock.Core.Transport;
using TestFlock.RabbitMq.Connecting;

namespace TestFlock.RabbitMq;

/// <summary>Tries, on a queue that is gone afterwards, what TestFlock needs of a broker.</summary>
public static class RabbitMqExamination
{
    /// <summary>Declares a queue, publishes with confirm, takes, acknowledges, deletes.</summary>
    /// <returns>What the broker calls itself, such as <c>RabbitMQ 3.10.8</c>.</returns>
    /// <exception cref="TransportException">The broker cannot be reached or refuses; the message has address and
    /// cure.</exception>
    public static async Task<string> ExamineAsync(
        RabbitMqOptions options, IServerWatcher watcher, TimeProvider time, CancellationToken cancellationToken)
    {
        await using var connection = await RabbitMqConnection.OpenAsync(
            options, watcher, time, NullLoggerFactory.Instance, cancellationToken);
        var broker = await connection.GetAsync(cancellationToken);
        try
        {
            await TryQueueAsync(broker, cancellationToken);
        }
        catch (Exception e) when (e is not OperationCanceledException and not TransportException)
        {
            throw RabbitMqFailure.Explain(e, options.Address);
        }

        return $"{PropertyOf(broker, "product")} {PropertyOf(broker, "version")}".Trim();
    }

    private static async Task TryQueueAsync(IConnection broker, CancellationToken cancellationToken)
    {
        var queue = $"testflock.doctor.{Guid.NewGuid():N}";
        await using var channel = await broker.CreateChannelAsync(
            new CreateChannelOptions(
                publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true), cancellationToken);
        await channel.QueueDeclareAsync(
            queue, durable: false, exclusive: true, autoDelete: true, cancellationToken: cancellationToken);
        await channel.BasicPublishAsync("", queue, mandatory: true, "doctor"u8.ToArray(), cancellationToken);
        var taken = await channel.BasicGetAsync(queue, autoAck: false, cancellationToken)
            ?? throw new TransportException("The broker confirmed a message and then did not have it.");
        await channel.BasicAckAsync(taken.DeliveryTag, multiple: false, cancellationToken);
        await channel.QueueDeleteAsync(queue, ifUnused: false, ifEmpty: false, cancellationToken: cancellationToken);
    }

    private static string PropertyOf(IConnection broker, string name) =>
        broker.ServerProperties?.TryGetValue(name, out var value) == true && value is byte[] text
            ? Encoding.UTF8.GetString(text)
            : "";
}
