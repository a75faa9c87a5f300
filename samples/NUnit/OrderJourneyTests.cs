using Shop.Client;

namespace Shop.Tests;

/// <summary>One customer's way through the shop; each step goes on where the one before stopped.</summary>
[Category("Journey")]
[Property("Owner", "checkout-team")]
public sealed class OrderJourneyTests
{
    private ShopClient _customer = null!;
    private CartPage _cart = null!;
    private Order _order = null!;

    [OneTimeSetUp]
    public async Task EnterTheShopAsync()
    {
        _customer = new ShopClient(TestedShop.Address);
        _cart = await _customer.OpenCartAsync("FR");
    }

    [OneTimeTearDown]
    public void LeaveTheShop() => _customer.Dispose();

    [Test]
    [Order(1)]
    public async Task Step_1_the_customer_fills_a_cart()
    {
        await _cart.AddAsync("TEA-03");
        await _cart.AddAsync("COF-02", quantity: 2);

        Assert.That((await _cart.ReadAsync()).Total, Is.EqualTo(34.70m));
    }

    [Test]
    [Order(2)]
    public async Task Step_2_the_customer_redeems_a_voucher()
    {
        await _cart.RedeemAsync("WELCOME10");

        Assert.That((await _cart.ReadAsync()).Total, Is.EqualTo(32.02m));
    }

    [Test]
    [Order(3)]
    public async Task Step_3_the_customer_pays()
    {
        _order = await _cart.PayAsync(Customers.WithGoodCard);

        Assert.That(_order.Total, Is.EqualTo(32.02m));
    }

    [Test]
    [Order(4)]
    [Category("Slow")]
    [CancelAfter(30_000)]
    public async Task Step_4_the_warehouse_ships_the_order(CancellationToken cancellationToken)
    {
        var order = await _customer.Orders.WaitUntilShippedAsync(_order.Id, cancellationToken);

        Assert.That(order.Status, Is.EqualTo(OrderStatus.Shipped));
    }
}
