using System.Collections.Concurrent;
using TestFlock.Contracts;
using TestFlock.Core.Transport;
using TestFlock.RabbitMq.Connecting;

namespace TestFlock.RabbitMq.Runs;

/// <summary>
/// The queues of one run. Declaring one that is there changes nothing but renews its expiry, and tells how much waits
/// in it.
/// </summary>
internal sealed class RabbitMqRunQueues(
    RunId run, RabbitMqConnection connection, RabbitMqOptions options) : IAsyncDisposable
{
    private readonly RabbitMqChannel _channel = new(connection);
    private readonly ConcurrentDictionary<string, byte> _declared = new();

    public Task DeclareReportsAsync(CancellationToken cancellationToken) =>
        DeclareAsync(RabbitMqQueues.ReportsOf(run), cancellationToken);

    /// <returns>How many batches wait there, undelivered.</returns>
    public async Task<int> DeclareWorkAsync(string requirements, CancellationToken cancellationToken)
    {
        var waiting = await DeclareAsync(RabbitMqQueues.WorkOf(new QueueName(run, requirements)), cancellationToken);
        _declared.TryAdd(requirements, 0);
        return waiting;
    }

    /// <summary>Once for each set of requirements, however many batches it has.</summary>
    public async ValueTask EnsureWorkAsync(string requirements, CancellationToken cancellationToken)
    {
        if (!_declared.ContainsKey(requirements))
            await DeclareWorkAsync(requirements, cancellationToken);
    }

    /// <summary>Deletes all of them, with what is in them: much cheaper than emptying them.</summary>
    public async Task DeleteAsync(CancellationToken cancellationToken)
    {
        var channel = await _channel.GetAsync(cancellationToken);
        var names = _declared.Keys.Select(r => RabbitMqQueues.WorkOf(new QueueName(run, r)))
            .Append(RabbitMqQueues.ReportsOf(run));
        foreach (var name in names)
            await channel.QueueDeleteAsync(name, ifUnused: false, ifEmpty: false, cancellationToken: cancellationToken);
    }

    public ValueTask DisposeAsync() => _channel.DisposeAsync();

    private Task<int> DeclareAsync(string name, CancellationToken cancellationToken) => connection.PersistAsync(
        async ct =>
        {
            var channel = await _channel.GetAsync(ct);
            var declared = await channel.QueueDeclareAsync(
                name, durable: true, exclusive: false, autoDelete: false,
                    RabbitMqQueues.ArgumentsOfRun(options.QueueExpiry), cancellationToken: ct);
            return (int)declared.MessageCount;
        },
        cancellationToken);
}
