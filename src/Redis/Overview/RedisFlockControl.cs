using System.Globalization;
using Microsoft.Extensions.Logging;
using TestFlock.Contracts;
using TestFlock.Core.Coordination;
using TestFlock.Core.Overview;
using TestFlock.Core.Servers;
using TestFlock.Redis.Connecting;
using TestFlock.Redis.Runs;
using TestFlock.Redis.Scripts;

namespace TestFlock.Redis.Overview;

/// <summary>What somebody who is neither an agent nor a coordinator may see and ask for.</summary>
public sealed class RedisFlockControl : IAsyncDisposable
{
    private readonly RedisConnection _connection;
    private readonly OverviewReader _overview;

    private RedisFlockControl(RedisConnection connection, ILoggerFactory loggers)
    {
        (_connection, Attempts) = (connection, new RedisAttempts(connection));
        _overview = new OverviewReader(connection, loggers.CreateLogger<OverviewReader>());
    }

    public RedisAttempts Attempts { get; }

    /// <exception cref="CoordinationException">Redis cannot be reached or refuses; the message has address and
    /// cure.</exception>
    public static async Task<RedisFlockControl> OpenAsync(
        RedisOptions options,
        IServerWatcher watcher,
        TimeProvider time,
        ILoggerFactory loggers,
        CancellationToken cancellationToken) =>
        new(await RedisConnection.OpenAsync(options, watcher, time, loggers, cancellationToken), loggers);

    /// <summary>Who lives, what runs, and what waits, now.</summary>
    public Task<FlockOverview> LookAsync(CancellationToken cancellationToken) => _overview.ReadAsync(cancellationToken);

    /// <summary>Asks the run's coordinator to cancel it.</summary>
    /// <returns>False when there is no such run.</returns>
    public async Task<bool> CancelAsync(RunId run, CancellationToken cancellationToken) =>
        (int)await _connection.CallAsync(RedisScript.RunCancel, [run.Value], cancellationToken) == 1;

    /// <summary>Asks an agent to take nothing new, and to leave when its tests have ended.</summary>
    public async Task<DrainAnswer> DrainAsync(string agent, CancellationToken cancellationToken) =>
        (int)await _connection.CallAsync(RedisScript.AgentDrain, [agent], cancellationToken) switch
        {
            0 => DrainAnswer.NoSuchAgent,
            2 => DrainAnswer.TooOld,
            _ => DrainAnswer.Asked,
        };

    /// <summary>What the server is, and whether its clock agrees with ours.</summary>
    public async Task<RedisServerInfo> FindServerAsync(CancellationToken cancellationToken)
    {
        var answer = (string[])(await _connection.CallAsync(RedisScript.Server, [], cancellationToken))!;
        var facts = answer[1..].SelectMany(text => text.Split('\n', StringSplitOptions.TrimEntries))
            .Select(line => line.Split(':', 2))
            .Where(parts => parts.Length == 2)
            .DistinctBy(parts => parts[0])
            .ToDictionary(parts => parts[0], parts => parts[1], StringComparer.Ordinal);
        var time = DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(answer[0], CultureInfo.InvariantCulture));
        return new RedisServerInfo(time, facts);
    }

    public ValueTask DisposeAsync() => _connection.DisposeAsync();
}
