using Shop.Client;

namespace Shop.Tests;

/// <summary>What the steps of the journey hand on to each other.</summary>
public sealed class OrderJourney(TestedShop shop) : IAsyncLifetime
{
    public ShopClient Customer => shop.Customer;

    public CartPage Cart { get; private set; } = null!;

    public Order? Order { get; set; }

    public async ValueTask InitializeAsync() => Cart = await Customer.OpenCartAsync("FR");

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}

[CollectionDefinition(nameof(OrderJourney))]
public sealed class OrderJourneyCollection : ICollectionFixture<OrderJourney>;
