using RabbitMQ.Client;

namespace TestFlock.RabbitMq.Connecting;

/// <summary>A channel for one purpose, opened when first needed and again after it closed.</summary>
internal sealed class RabbitMqChannel(
    RabbitMqConnection connection, CreateChannelOptions? options = null) : IAsyncDisposable
{
    private readonly SemaphoreSlim _opening = new(1, 1);
    private volatile IChannel? _channel;

    /// <summary>Waits while the broker is away.</summary>
    public async ValueTask<IChannel> GetAsync(CancellationToken cancellationToken)
    {
        if (_channel is { IsOpen: true } open)
            return open;

        await _opening.WaitAsync(cancellationToken);
        try
        {
            if (_channel is { IsOpen: true } opened)
                return opened;
            if (_channel is { } closed)
                await closed.DisposeAsync();
            var broker = await connection.GetAsync(cancellationToken);
            return _channel = await broker.CreateChannelAsync(options, cancellationToken);
        }
        finally
        {
            _opening.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_channel is { } channel)
            await channel.DisposeAsync();
        _opening.Dispose();
    }
}
