using Microsoft.Extensions.Logging;
using TestFlock.Contracts;
using TestFlock.Core.Coordination;
using TestFlock.Core.History;
using TestFlock.Core.Servers;
using TestFlock.Redis.Connecting;
using TestFlock.Redis.History;
using TestFlock.Redis.Overview;

namespace TestFlock.Redis.Runs;

/// <summary>The coordinator's door to Redis.</summary>
public sealed class RedisRunCoordination : IRunCoordination
{
    private readonly RedisConnection _connection;
    private readonly RedisOptions _options;
    private readonly LivingAgents _agents;
    private readonly TimeProvider _time;
    private readonly ILoggerFactory _loggers;

    private RedisRunCoordination(
        RedisConnection connection, RedisOptions options, TimeProvider time, ILoggerFactory loggers)
    {
        (_connection, _options, _time, _loggers) = (connection, options, time, loggers);
        _agents = new LivingAgents(connection, loggers.CreateLogger<LivingAgents>());
        History = new RedisDurationHistory(connection, time);
        Attempts = new RedisAttempts(connection);
    }

    /// <summary>What tests took in past runs, wherever those were asked for.</summary>
    public IDurationHistory History { get; }

    public RedisAttempts Attempts { get; }

    /// <exception cref="CoordinationException">Redis cannot be reached or refuses; the message has address and
    /// cure.</exception>
    public static async Task<RedisRunCoordination> OpenAsync(
        RedisOptions options,
        IServerWatcher watcher,
        TimeProvider time,
        ILoggerFactory loggers,
        CancellationToken cancellationToken) =>
        new(await RedisConnection.OpenAsync(
            options, watcher, time, loggers, cancellationToken), options, time, loggers);

    public async Task<IRunRegistration> OpenAsync(
        RunManifest manifest, RunShare share, CancellationToken cancellationToken)
    {
        var entry = new RunEntry(manifest, share, _connection, _options.Timings);
        if (!await entry.TryOpenAsync(isKnownToAgents: false, cancellationToken))
            throw new CoordinationException($"Run {manifest.Run} is open already; a run id is used once.");
        var registration = new RedisRunRegistration(
            entry,
            _connection,
            _agents,
            new OverviewReader(_connection, _loggers.CreateLogger<OverviewReader>()),
            _options.Timings,
            _time,
            _loggers.CreateLogger<RedisRunRegistration>());
        await registration.StartAsync();
        return registration;
    }

    /// <summary>The agents that are alive now, whatever runs there are.</summary>
    public Task<IReadOnlyList<AgentDescription>> FindAgentsAsync(CancellationToken cancellationToken) =>
        _agents.FindAsync(cancellationToken);

    public ValueTask DisposeAsync() => _connection.DisposeAsync();
}
