using Shop.Client;
using Shop.Server;

namespace Shop.Tests;

/// <summary>What the steps of the journey hand on to each other.</summary>
public sealed class OrderJourney : IAsyncLifetime
{
    private ShopServer _server = null!;

    public ShopClient Customer { get; private set; } = null!;

    public CartPage Cart { get; private set; } = null!;

    public Order? Order { get; set; }

    public async Task InitializeAsync()
    {
        _server = await ShopServer.StartAsync();
        Customer = new ShopClient(_server.Address);
        Cart = await Customer.OpenCartAsync("FR");
    }

    public async Task DisposeAsync()
    {
        Customer.Dispose();
        await _server.DisposeAsync();
    }
}

[CollectionDefinition(nameof(OrderJourney))]
public sealed class OrderJourneyCollection : ICollectionFixture<OrderJourney>;
