using Shop.Client;
using Shop.Server;

namespace Shop.Tests;

/// <summary>A shop, and a customer in it, for the tests of one class.</summary>
public sealed class TestedShop : IAsyncLifetime
{
    private ShopServer _server = null!;

    public ShopClient Customer { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        _server = await ShopServer.StartAsync();
        Customer = new ShopClient(_server.Address);
    }

    public async Task DisposeAsync()
    {
        Customer.Dispose();
        await _server.DisposeAsync();
    }
}
