using Shop.Client;

namespace Shop.Tests;

[TestClass]
[TestCategory("Cart")]
public sealed class CartTests : ShopTests
{
    private CartPage _cart = null!;

    [TestInitialize]
    public async Task OpenCartAsync() => _cart = await Customer.OpenCartAsync();

    [TestMethod]
    public async Task A_new_cart_costs_nothing()
    {
        var cart = await _cart.ReadAsync();

        Assert.IsEmpty(cart.Lines);
        Assert.AreEqual(0, cart.Total);
    }

    [TestMethod]
    public async Task The_same_product_added_twice_is_one_line()
    {
        await _cart.AddAsync("TEA-01", quantity: 2);
        await _cart.AddAsync("TEA-01");

        var cart = await _cart.ReadAsync();
        Assert.AreEqual(new CartLine("TEA-01", 3), cart.Lines.Single());
    }

    [TestMethod]
    public async Task A_removed_product_is_not_paid_for()
    {
        await _cart.AddAsync("TEA-01");
        await _cart.AddAsync("COF-01");
        await _cart.RemoveAsync("COF-01");

        var cart = await _cart.ReadAsync();
        Assert.AreEqual(8.50m, cart.Goods);
    }

    [TestMethod]
    [DataRow(0)]
    [DataRow(-1)]
    [DataRow(100, DisplayName = "An impossible quantity is refused: more than we stock")]
    public async Task An_impossible_quantity_is_refused(int quantity)
    {
        var refused = await Assert.ThrowsExactlyAsync<ShopRefusedException>(() => _cart.AddAsync("TEA-01", quantity));

        Assert.AreEqual($"A quantity is between 1 and 99, not {quantity}.", refused.Message);
    }
}
