using Shop.Client;

namespace Shop.Tests;

[Category("Cart")]
[Property("Owner", "logistics-team")]
public sealed class ShippingTests : ShopTests
{
    [TestCase("DE", ExpectedResult = 4.90)]
    [TestCase("AT", ExpectedResult = 6.90)]
    [TestCase("CH", ExpectedResult = 12.50)]
    public async Task<decimal> Shipping_depends_on_the_country(string country)
    {
        var cart = await Customer.OpenCartAsync(country);
        await cart.AddAsync("TEA-01");

        return (await cart.ReadAsync()).Shipping;
    }

    [Test]
    public async Task Shipping_is_free_from_50_euros()
    {
        var cart = await Customer.OpenCartAsync();
        await cart.AddAsync("POT-01");
        await cart.AddAsync("TEA-03");

        Assert.That((await cart.ReadAsync()).Shipping, Is.Zero);
    }

    [Test]
    public void A_country_we_do_not_ship_to_is_refused()
    {
        Assert.That(
            () => Customer.OpenCartAsync("AQ"),
            Throws.TypeOf<ShopRefusedException>().With.Message.EqualTo("We do not ship to 'AQ' yet."));
    }
}
