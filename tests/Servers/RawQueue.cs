using System.Text;
using RabbitMQ.Client;

namespace TestFlock.Tests.Servers;

/// <summary>A stranger with the broker's password.</summary>
public sealed class RawQueue : IAsyncDisposable
{
    private readonly IConnection _connection;
    private readonly IChannel _channel;

    private RawQueue(IConnection connection, IChannel channel) => (_connection, _channel) = (connection, channel);

    public static async Task<RawQueue> OpenAsync(Uri address)
    {
        var connection = await new ConnectionFactory { Uri = address }.CreateConnectionAsync();
        return new RawQueue(connection, await connection.CreateChannelAsync(new CreateChannelOptions(true, true)));
    }

    public async Task SendAsync(string queue, ReadOnlyMemory<byte> body, BasicProperties? properties = null) =>
        await _channel.BasicPublishAsync("", queue, mandatory: true, properties ?? new BasicProperties(), body);

    public Task DeclareAsync(string queue, TimeSpan expiry) => _channel.QueueDeclareAsync(
        queue, durable: true, exclusive: false, autoDelete: false,
        new Dictionary<string, object?> { ["x-expires"] = (long)expiry.TotalMilliseconds });

    /// <summary>
    /// Keeps a copy of everything that anybody publishes from here on; the broker must be told to trace.
    /// </summary>
    /// <returns>The queue with the copies.</returns>
    public async Task<string> TapAsync()
    {
        var tap = await _channel.QueueDeclareAsync();
        await _channel.QueueBindAsync(tap.QueueName, "amq.rabbitmq.trace", "publish.#");
        return tap.QueueName;
    }

    /// <param name="tap">From <see cref="TapAsync"/>.</param>
    /// <returns>Where each copy went first, and its body.</returns>
    public async Task<IReadOnlyList<(string Queue, byte[] Body)>> FindTappedAsync(string tap)
    {
        var messages = new List<(string, byte[])>();
        while (await _channel.BasicGetAsync(tap, autoAck: true) is { } got)
        {
            var routing = (List<object>)got.BasicProperties.Headers!["routing_keys"]!;
            messages.Add((Encoding.UTF8.GetString((byte[])routing[0]), got.Body.ToArray()));
        }

        return messages;
    }

    public async Task<uint> CountAsync(string queue) => (await _channel.QueueDeclarePassiveAsync(queue)).MessageCount;

    public async Task<IReadOnlyList<byte[]>> EmptyAsync(string queue)
    {
        var bodies = new List<byte[]>();
        while (await _channel.BasicGetAsync(queue, autoAck: true) is { } got)
            bodies.Add(got.Body.ToArray());
        return bodies;
    }

    public async ValueTask DisposeAsync()
    {
        await _channel.DisposeAsync();
        await _connection.DisposeAsync();
    }
}
