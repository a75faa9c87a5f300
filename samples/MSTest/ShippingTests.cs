using Shop.Client;

namespace Shop.Tests;

[TestClass]
[TestCategory("Cart")]
public sealed class ShippingTests : ShopTests
{
    private static IEnumerable<(string Country, decimal Cost)> CostByCountry =>
    [
        ("DE", 4.90m),
        ("AT", 6.90m),
        ("CH", 12.50m),
    ];

    [TestMethod]
    [Owner("logistics-team")]
    [DynamicData(nameof(CostByCountry))]
    public async Task Shipping_depends_on_the_country(string country, decimal cost)
    {
        var cart = await Customer.OpenCartAsync(country);
        await cart.AddAsync("TEA-01");

        Assert.AreEqual(cost, (await cart.ReadAsync()).Shipping);
    }

    [TestMethod]
    [Owner("logistics-team")]
    public async Task Shipping_is_free_from_50_euros()
    {
        var cart = await Customer.OpenCartAsync();
        await cart.AddAsync("POT-01");
        await cart.AddAsync("TEA-03");

        Assert.AreEqual(0, (await cart.ReadAsync()).Shipping);
    }

    [TestMethod]
    [Owner("logistics-team")]
    public async Task A_country_we_do_not_ship_to_is_refused()
    {
        var refused = await Assert.ThrowsExactlyAsync<ShopRefusedException>(() => Customer.OpenCartAsync("AQ"));

        Assert.AreEqual("We do not ship to 'AQ' yet.", refused.Message);
    }
}
