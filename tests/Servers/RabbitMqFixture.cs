namespace TestFlock.Tests.Servers;

/// <summary>
/// One RabbitMQ for a test assembly: <c>[CollectionDefinition]</c> with
/// <c>ICollectionFixture&lt;RabbitMqFixture&gt;</c>.
/// </summary>
public sealed class RabbitMqFixture : IAsyncLifetime
{
    public PrivateRabbitMq Server { get; } = new();

    public Task InitializeAsync() => Server.StartAsync();

    public async Task DisposeAsync() => await Server.DisposeAsync();
}
