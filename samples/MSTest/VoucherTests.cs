using Shop.Client;

namespace Shop.Tests;

[TestClass]
[TestCategory("Cart")]
[TestProperty("Campaign", "autumn")]
public sealed class VoucherTests : ShopTests
{
    private CartPage _cart = null!;

    private static IEnumerable<(string Voucher, decimal Discount)> DiscountByVoucher =>
    [
        ("WELCOME10", 2.20m),
        ("TEATIME25", 5.50m),
    ];

    [TestInitialize]
    public async Task FillCartAsync()
    {
        _cart = await Customer.OpenCartAsync();
        await _cart.AddAsync("COF-01", quantity: 2);
    }

    [TestMethod]
    [Owner("marketing-team")]
    [DynamicData(nameof(DiscountByVoucher))]
    public async Task A_voucher_lowers_the_price_of_the_goods(string voucher, decimal discount)
    {
        await _cart.RedeemAsync(voucher);

        var cart = await _cart.ReadAsync();
        Assert.AreEqual(discount, cart.Discount);
    }

    [TestMethod]
    [Owner("marketing-team")]
    public async Task The_last_voucher_counts()
    {
        await _cart.RedeemAsync("WELCOME10");
        await _cart.RedeemAsync("TEATIME25");

        var cart = await _cart.ReadAsync();
        Assert.AreEqual(5.50m, cart.Discount);
    }

    [TestMethod]
    [Owner("marketing-team")]
    public async Task An_unknown_voucher_is_refused()
    {
        var refused = await Assert.ThrowsExactlyAsync<ShopRefusedException>(() => _cart.RedeemAsync("100%OFF"));

        Assert.AreEqual("'100%OFF' is no voucher of ours.", refused.Message);
    }

    [TestMethod]
    [Owner("marketing-team")]
    [Ignore("SHOP-482: gift cards are not on sale before autumn.")]
    public async Task A_gift_card_is_a_voucher_too()
    {
        await _cart.RedeemAsync("GIFT-50");

        var cart = await _cart.ReadAsync();
        Assert.AreEqual(0, cart.Total);
    }
}
