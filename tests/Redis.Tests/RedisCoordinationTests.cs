using TestFlock.Contracts;
using TestFlock.Core.Coordination;
using TestFlock.Tests.Conformance.Coordination;
using TestFlock.Tests.Servers;

namespace TestFlock.Redis.Tests;

[Collection(RedisCollection.Name)]
public sealed class RedisCoordinationTests(RedisFixture redis) : SharedCoordinationConformance, IAsyncLifetime
{
    // A database for each test: what a failed one left running must not pick the leases of the next.
    private static int _tests;
    private readonly int _database = Interlocked.Increment(ref _tests) % 16;

    private RedisClients Clients => Over(redis.Server.Port);

    public async Task InitializeAsync()
    {
        using var raw = await RawRedis.OpenAsync(redis.Server.Uri, _database);
        await raw.ExecuteAsync("FLUSHDB");
    }

    public Task DisposeAsync() => Task.CompletedTask;

    protected override Task<IRunCoordination> ConnectRunAsync() => Clients.ConnectRunAsync();

    protected override Task<IAgentCoordination> ConnectAgentAsync() => Clients.ConnectAgentAsync();

    protected override Task<IRunCoordination> ConnectRunAsync(LoopbackRelay network) => Over(network.Port).ConnectRunAsync();

    protected override Task<IAgentCoordination> ConnectAgentAsync(LoopbackRelay network) => Over(network.Port).ConnectAgentAsync();

    protected override LoopbackRelay NewNetwork() => new(redis.Server.Port);

    protected override async Task CancelRunAsync(RunId run)
    {
        await using var control = await Clients.ConnectControlAsync();
        (await control.CancelAsync(run, Soon)).ShouldBeTrue();
    }

    private RedisClients Over(int port) => new(PrivateRedis.UriAt(port, _database));
}
