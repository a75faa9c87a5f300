using TestFlock.Contracts;
using TestFlock.Core.Coordination;
using TestFlock.Redis.Overview;
using TestFlock.Tests.Conformance.Coordination;
using TestFlock.Tests.Servers;

namespace TestFlock.Redis.Tests;

/// <summary>A database for each test: what a failed one left running must not pick the leases of the next.</summary>
internal sealed class RedisUnderTest(RedisFixture redis) : SharedCoordinationUnderTest
{
    private static int _tests;
    private readonly int _database = Interlocked.Increment(ref _tests) % 16;

    private RedisClients Clients => Over(redis.Server.Port);

    public override async Task PrepareAsync()
    {
        using var raw = await RawRedis.OpenAsync(redis.Server.Uri, _database);
        await raw.ExecuteAsync("FLUSHDB");
    }

    public override Task<IRunCoordination> ConnectRunAsync() => Clients.ConnectRunAsync();

    public override Task<IAgentCoordination> ConnectAgentAsync() => Clients.ConnectAgentAsync();

    /// <summary>For an agent that serves this part alone.</summary>
    public async Task<IAgentCoordination> ConnectAgentAsync(RunPart part)
    {
        var clients = new RedisClients(redis.Server.Uri) { Options = Clients.Options with { Only = part } };
        return await clients.ConnectAgentAsync();
    }

    /// <summary>For an agent with a patience of its own.</summary>
    public async Task<IAgentCoordination> ConnectAgentAsync(RedisTimings timings)
    {
        var clients = new RedisClients(redis.Server.Uri) { Options = Clients.Options with { Timings = timings } };
        return await clients.ConnectAgentAsync();
    }

    public override Task<IRunCoordination> ConnectRunAsync(LoopbackRelay network) =>
        Over(network.Port).ConnectRunAsync();

    public override Task<IAgentCoordination> ConnectAgentAsync(LoopbackRelay network) =>
        Over(network.Port).ConnectAgentAsync();

    public Task<RedisFlockControl> ConnectControlAsync() => Clients.ConnectControlAsync();

    public Task<RawRedis> OpenRawAsync() => RawRedis.OpenAsync(redis.Server.Uri, _database);

    public override LoopbackRelay NewNetwork() => new(redis.Server.Port);

    public override async Task CancelRunAsync(RunId run)
    {
        await using var control = await Clients.ConnectControlAsync();
        (await control.CancelAsync(run, CancellationToken.None)).ShouldBeTrue();
    }

    private RedisClients Over(int port) => new(PrivateRedis.UriAt(port, _database));
}
