using Shop.Client;

namespace Shop.Tests;

[Category("Cart")]
[Property("Owner", "checkout-team")]
public sealed class CartTests : ShopTests
{
    private CartPage _cart = null!;

    [SetUp]
    public async Task OpenCartAsync() => _cart = await Customer.OpenCartAsync();

    [Test]
    public async Task A_new_cart_costs_nothing()
    {
        var cart = await _cart.ReadAsync();

        Assert.Multiple(() =>
        {
            Assert.That(cart.Lines, Is.Empty);
            Assert.That(cart.Total, Is.Zero);
        });
    }

    [Test]
    public async Task The_same_product_added_twice_is_one_line()
    {
        await _cart.AddAsync("TEA-01", quantity: 2);
        await _cart.AddAsync("TEA-01");

        var cart = await _cart.ReadAsync();
        Assert.That(cart.Lines, Is.EqualTo(new[] { new CartLine("TEA-01", 3) }));
    }

    [Test]
    public async Task A_removed_product_is_not_paid_for()
    {
        await _cart.AddAsync("TEA-01");
        await _cart.AddAsync("COF-01");
        await _cart.RemoveAsync("COF-01");

        var cart = await _cart.ReadAsync();
        Assert.That(cart.Goods, Is.EqualTo(8.50m));
    }

    [TestCase(0)]
    [TestCase(-1)]
    [TestCase(100)]
    public void An_impossible_quantity_is_refused(int quantity)
    {
        Assert.That(
            () => _cart.AddAsync("TEA-01", quantity),
            Throws.TypeOf<ShopRefusedException>()
                .With.Message.EqualTo($"A quantity is between 1 and 99, not {quantity}."));
    }
}
