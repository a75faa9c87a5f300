using Microsoft.Extensions.Logging;
using TestFlock.Core.Coordination;
using TestFlock.Core.Servers;
using TestFlock.Redis.Connecting;

namespace TestFlock.Redis.Agents;

/// <summary>An agent's door to Redis.</summary>
public sealed class RedisAgentCoordination : IAgentCoordination
{
    private readonly RedisConnection _connection;
    private readonly RedisOptions _options;
    private readonly TimeProvider _time;
    private readonly ILoggerFactory _loggers;

    private RedisAgentCoordination(
        RedisConnection connection, RedisOptions options, TimeProvider time, ILoggerFactory loggers) =>
        (_connection, _options, _time, _loggers) = (connection, options, time, loggers);

    /// <exception cref="CoordinationException">Redis cannot be reached or refuses; the message has address and
    /// cure.</exception>
    public static async Task<RedisAgentCoordination> OpenAsync(
        RedisOptions options,
        IServerWatcher watcher,
        TimeProvider time,
        ILoggerFactory loggers,
        CancellationToken cancellationToken) =>
        new(await RedisConnection.OpenAsync(
            options, watcher, time, loggers, cancellationToken), options, time, loggers);

    /// <summary>
    /// A name that another process had until it died is free again once that one is believed dead; until then this
    /// waits.
    /// </summary>
    public async Task<IAgentRegistration> RegisterAsync(AgentDescription agent, CancellationToken cancellationToken)
    {
        var door = new AgentDoor(agent, _connection, _options, _time);
        await door.EnterAsync(cancellationToken);
        var registration = new RedisAgentRegistration(door, agent, _connection, _options, _time, _loggers);
        await registration.StartAsync();
        return registration;
    }

    public ValueTask DisposeAsync() => _connection.DisposeAsync();
}
