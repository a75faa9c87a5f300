using TestFlock.Tests.Servers;

namespace TestFlock.Packages.Tests.Stores;

public sealed class NginxFixture : IAsyncLifetime
{
    public PrivateNginx Server { get; } = new();

    public Task InitializeAsync() => Server.StartAsync();

    public async Task DisposeAsync() => await Server.DisposeAsync();
}
