using Shop.Client;

namespace Shop.Tests;

[Trait("Category", "Cart")]
[Trait("Owner", "checkout-team")]
public sealed class CartTests(TestedShop shop) : IAsyncLifetime
{
    private CartPage _cart = null!;

    public async ValueTask InitializeAsync() => _cart = await shop.Customer.OpenCartAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_new_cart_costs_nothing()
    {
        var cart = await _cart.ReadAsync();

        Assert.Empty(cart.Lines);
        Assert.Equal(0, cart.Total);
    }

    [Fact]
    public async Task The_same_product_added_twice_is_one_line()
    {
        await _cart.AddAsync("TEA-01", quantity: 2);
        await _cart.AddAsync("TEA-01");

        var cart = await _cart.ReadAsync();
        Assert.Equal([new CartLine("TEA-01", 3)], cart.Lines);
    }

    [Fact]
    public async Task A_removed_product_is_not_paid_for()
    {
        await _cart.AddAsync("TEA-01");
        await _cart.AddAsync("COF-01");
        await _cart.RemoveAsync("COF-01");

        var cart = await _cart.ReadAsync();
        Assert.Equal(8.50m, cart.Goods);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(100)]
    public async Task An_impossible_quantity_is_refused(int quantity)
    {
        var refused = await Assert.ThrowsAsync<ShopRefusedException>(() => _cart.AddAsync("TEA-01", quantity));

        Assert.Equal($"A quantity is between 1 and 99, not {quantity}.", refused.Message);
    }
}
