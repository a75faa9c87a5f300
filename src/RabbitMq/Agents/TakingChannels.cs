using System.Collections.Concurrent;
using RabbitMQ.Client;
using TestFlock.RabbitMq.Connecting;

namespace TestFlock.RabbitMq.Agents;

/// <summary>
/// Channels to take batches from, each with one delivery at most: when the broker closes a channel because a test runs
/// longer than its consumer time-out, it takes back that one delivery and no other.
/// </summary>
internal sealed class TakingChannels(RabbitMqConnection connection) : IAsyncDisposable
{
    private readonly ConcurrentBag<IChannel> _free = [];

    /// <summary>Waits while the broker is away.</summary>
    public async Task<IChannel> RentAsync(CancellationToken cancellationToken)
    {
        while (_free.TryTake(out var channel))
        {
            if (channel.IsOpen)
                return channel;
            await channel.DisposeAsync();
        }

        var broker = await connection.GetAsync(cancellationToken);
        return await broker.CreateChannelAsync(cancellationToken: cancellationToken);
    }

    public async ValueTask GiveBackAsync(IChannel channel)
    {
        if (channel.IsOpen)
            _free.Add(channel);
        else
            await channel.DisposeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        while (_free.TryTake(out var channel))
            await channel.DisposeAsync();
    }
}
