using TestFlock.Contracts;
using TestFlock.Core.Coordination;
using TestFlock.Tests.Conformance.Coordination;
using TestFlock.Tests.Servers;

namespace TestFlock.Redis.Tests;

[Collection(RedisCollection.Name)]
public sealed class RedisCoordinationTests(RedisFixture redis) : SharedCoordinationConformance, IAsyncLifetime
{
    private RedisClients Clients => new(redis.Server.Uri);

    public async Task InitializeAsync()
    {
        using var raw = await RawRedis.OpenAsync(redis.Server.Uri);
        await raw.ExecuteAsync("FLUSHALL");
    }

    public Task DisposeAsync() => Task.CompletedTask;

    protected override Task<IRunCoordination> ConnectRunAsync() => Clients.ConnectRunAsync();

    protected override Task<IAgentCoordination> ConnectAgentAsync() => Clients.ConnectAgentAsync();

    protected override Task<IRunCoordination> ConnectRunAsync(LoopbackRelay network) => Over(network).ConnectRunAsync();

    protected override Task<IAgentCoordination> ConnectAgentAsync(LoopbackRelay network) => Over(network).ConnectAgentAsync();

    protected override LoopbackRelay NewNetwork() => new(redis.Server.Port);

    protected override async Task CancelRunAsync(RunId run)
    {
        await using var control = await Clients.ConnectControlAsync();
        (await control.CancelAsync(run, Soon)).ShouldBeTrue();
    }

    private static RedisClients Over(LoopbackRelay network) => new(PrivateRedis.UriAt(network.Port));
}
