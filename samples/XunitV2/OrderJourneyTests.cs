using Shop.Client;

namespace Shop.Tests;

/// <summary>One customer's way through the shop; each step goes on where the one before stopped.</summary>
[Collection(nameof(OrderJourney))]
[TestCaseOrderer("Shop.Tests.ByMethodName", "Shop.XunitV2")]
[Trait("Category", "Journey")]
[Trait("Owner", "checkout-team")]
public sealed class OrderJourneyTests(OrderJourney journey)
{
    [Fact]
    public async Task Step_1_the_customer_fills_a_cart()
    {
        await journey.Cart.AddAsync("TEA-03");
        await journey.Cart.AddAsync("COF-02", quantity: 2);

        Assert.Equal(34.70m, (await journey.Cart.ReadAsync()).Total);
    }

    [Fact]
    public async Task Step_2_the_customer_redeems_a_voucher()
    {
        await journey.Cart.RedeemAsync("WELCOME10");

        Assert.Equal(32.02m, (await journey.Cart.ReadAsync()).Total);
    }

    [Fact]
    public async Task Step_3_the_customer_pays()
    {
        journey.Order = await journey.Cart.PayAsync(Customers.WithGoodCard);

        Assert.Equal(32.02m, journey.Order.Total);
    }

    [Fact(Timeout = 30_000)]
    [Trait("Category", "Slow")]
    public async Task Step_4_the_warehouse_ships_the_order()
    {
        Assert.NotNull(journey.Order);

        var order = await journey.Customer.Orders.WaitUntilShippedAsync(journey.Order.Id, CancellationToken.None);

        Assert.Equal(OrderStatus.Shipped, order.Status);
    }
}
