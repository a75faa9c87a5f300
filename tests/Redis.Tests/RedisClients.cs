using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using TestFlock.Core.Coordination;
using TestFlock.Redis.Agents;
using TestFlock.Redis.Overview;
using TestFlock.Redis.Runs;
using TestFlock.Tests.Conformance;

namespace TestFlock.Redis.Tests;

/// <summary>Both sides of the coordination, connected to one address.</summary>
internal sealed class RedisClients(Uri address, ILoggerFactory? loggers = null)
{
    private readonly ILoggerFactory _loggers = loggers ?? NullLoggerFactory.Instance;

    /// <summary>
    /// A third of what users get: still forgiving on a busy machine, and no test takes half a minute.
    /// </summary>
    public static RedisTimings Quick { get; } = new()
    {
        Alive = TimeSpan.FromSeconds(4),
        CapacityHeld = TimeSpan.FromSeconds(7.5),
        CapacityMargin = TimeSpan.FromSeconds(1.5),
        Beat = TimeSpan.FromSeconds(0.75),
        Leap = TimeSpan.FromSeconds(1.5),
        AskAnyway = TimeSpan.FromSeconds(2),
        Call = TimeSpan.FromSeconds(1),
        Retelling = TimeSpan.FromSeconds(3),
    };

    public RecordingWatcher Watcher { get; } = new();

    public RedisOptions Options { get; init; } = new() { Address = address, ClientName = "tests", Timings = Quick };

    public async Task<IRunCoordination> ConnectRunAsync() =>
        await RedisRunCoordination.OpenAsync(Options, Watcher, TimeProvider.System, _loggers, CancellationToken.None);

    public async Task<IAgentCoordination> ConnectAgentAsync() =>
        await RedisAgentCoordination.OpenAsync(Options, Watcher, TimeProvider.System, _loggers, CancellationToken.None);

    public Task<RedisFlockControl> ConnectControlAsync() =>
        RedisFlockControl.OpenAsync(Options, Watcher, TimeProvider.System, _loggers, CancellationToken.None);
}
