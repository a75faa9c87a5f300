using Shop.Client;
using Shop.Server;
using Shop.Tests;

[assembly: AssemblyFixture(typeof(TestedShop))]

namespace Shop.Tests;

/// <summary>The one shop that all tests of this process visit.</summary>
public sealed class TestedShop : IAsyncLifetime
{
    private ShopServer _server = null!;

    public ShopClient Customer { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        _server = await ShopServer.StartAsync(TestContext.Current.CancellationToken);
        Customer = new ShopClient(_server.Address);
    }

    public async ValueTask DisposeAsync()
    {
        Customer.Dispose();
        await _server.DisposeAsync();
    }
}
