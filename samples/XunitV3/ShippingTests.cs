using Shop.Client;

namespace Shop.Tests;

[Trait("Category", "Cart")]
[Trait("Owner", "logistics-team")]
public sealed class ShippingTests(TestedShop shop)
{
    public static TheoryData<string, decimal> CostByCountry => new()
    {
        { "DE", 4.90m },
        { "AT", 6.90m },
        { "CH", 12.50m },
    };

    [Theory]
    [MemberData(nameof(CostByCountry))]
    public async Task Shipping_depends_on_the_country(string country, decimal cost)
    {
        var cart = await shop.Customer.OpenCartAsync(country);
        await cart.AddAsync("TEA-01");

        Assert.Equal(cost, (await cart.ReadAsync()).Shipping);
    }

    [Fact]
    public async Task Shipping_is_free_from_50_euros()
    {
        var cart = await shop.Customer.OpenCartAsync();
        await cart.AddAsync("POT-01");
        await cart.AddAsync("TEA-03");

        Assert.Equal(0, (await cart.ReadAsync()).Shipping);
    }

    [Fact(DisplayName = "A country we don't ship to is refused (yet)")]
    public async Task A_country_we_do_not_ship_to_is_refused()
    {
        var refused = await Assert.ThrowsAsync<ShopRefusedException>(() => shop.Customer.OpenCartAsync("AQ"));

        Assert.Equal("We do not ship to 'AQ' yet.", refused.Message);
    }
}
