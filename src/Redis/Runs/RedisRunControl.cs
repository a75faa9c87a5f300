using Microsoft.Extensions.Logging;
using TestFlock.Contracts;
using TestFlock.Core.Coordination;
using TestFlock.Core.Servers;
using TestFlock.Redis.Connecting;
using TestFlock.Redis.Scripts;

namespace TestFlock.Redis.Runs;

/// <summary>What somebody beside a run's coordinator may do to it.</summary>
public sealed class RedisRunControl : IAsyncDisposable
{
    private readonly RedisConnection _connection;

    private RedisRunControl(RedisConnection connection) => _connection = connection;

    /// <exception cref="CoordinationException">Redis cannot be reached or refuses; the message has address and
    /// cure.</exception>
    public static async Task<RedisRunControl> OpenAsync(
        RedisOptions options,
        IServerWatcher watcher,
        TimeProvider time,
        ILoggerFactory loggers,
        CancellationToken cancellationToken) =>
        new(await RedisConnection.OpenAsync(options, watcher, time, loggers, cancellationToken));

    /// <summary>Asks the run's coordinator to cancel it.</summary>
    /// <returns>False when there is no such run.</returns>
    public async Task<bool> CancelAsync(RunId run, CancellationToken cancellationToken) =>
        (int)await _connection.CallAsync(RedisScript.RunCancel, [run.Value], cancellationToken) == 1;

    public ValueTask DisposeAsync() => _connection.DisposeAsync();
}
