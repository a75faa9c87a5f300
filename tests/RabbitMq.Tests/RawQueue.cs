using RabbitMQ.Client;

namespace TestFlock.RabbitMq.Tests;

/// <summary>A stranger with the broker's password.</summary>
internal sealed class RawQueue : IAsyncDisposable
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
