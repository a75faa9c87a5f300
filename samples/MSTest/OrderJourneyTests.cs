using Shop.Client;

namespace Shop.Tests;

/// <summary>
/// One customer's way through the shop; each step goes on where the one before stopped. MSTest runs the tests of a
/// class in the order of their declaration.
/// </summary>
[TestClass]
[DoNotParallelize]
[TestCategory("Journey")]
public sealed class OrderJourneyTests
{
    private static ShopClient Customer { get; set; } = null!;

    private static CartPage Cart { get; set; } = null!;

    private static Order Order { get; set; } = null!;

    public required TestContext TestContext { get; init; }

    [ClassInitialize]
    public static async Task EnterTheShopAsync(TestContext _)
    {
        Customer = new ShopClient(TestedShop.Address);
        Cart = await Customer.OpenCartAsync("FR");
    }

    [ClassCleanup]
    public static void LeaveTheShop() => Customer.Dispose();

    [TestMethod]
    [Owner("checkout-team")]
    public async Task Step_1_the_customer_fills_a_cart()
    {
        await Cart.AddAsync("TEA-03");
        await Cart.AddAsync("COF-02", quantity: 2);

        Assert.AreEqual(34.70m, (await Cart.ReadAsync()).Total);
    }

    [TestMethod]
    [Owner("checkout-team")]
    public async Task Step_2_the_customer_redeems_a_voucher()
    {
        await Cart.RedeemAsync("WELCOME10");

        Assert.AreEqual(32.02m, (await Cart.ReadAsync()).Total);
    }

    [TestMethod]
    [Owner("checkout-team")]
    public async Task Step_3_the_customer_pays()
    {
        Order = await Cart.PayAsync(Customers.WithGoodCard);

        Assert.AreEqual(32.02m, Order.Total);
    }

    [TestMethod]
    [Owner("checkout-team")]
    [TestCategory("Slow")]
    [Timeout(30_000, CooperativeCancellation = true)]
    public async Task Step_4_the_warehouse_ships_the_order()
    {
        var order = await Customer.Orders.WaitUntilShippedAsync(Order.Id, TestContext.CancellationToken);

        Assert.AreEqual(OrderStatus.Shipped, order.Status);
    }
}
