namespace TestFlock.Tests.Servers;

/// <summary>
/// One Redis for a test assembly: <c>[CollectionDefinition]</c> with <c>ICollectionFixture&lt;RedisFixture&gt;</c>.
/// </summary>
public sealed class RedisFixture : IAsyncLifetime
{
    public PrivateRedis Server { get; } = new();

    public Task InitializeAsync() => Server.StartAsync();

    public async Task DisposeAsync() => await Server.DisposeAsync();
}
