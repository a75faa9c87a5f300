using System.Net;
using Shop.Client;

namespace Shop.Tests;

[TestClass]
[TestCategory("Checkout")]
public sealed class CheckoutTests : ShopTests
{
    private CartPage _cart = null!;

    [TestInitialize]
    public async Task FillCartAsync()
    {
        _cart = await Customer.OpenCartAsync();
        await _cart.AddAsync("TEA-02");
    }

    [TestMethod]
    [Owner("checkout-team")]
    [Priority(1)]
    [TestCategory("Smoke")]
    public async Task A_good_card_pays_for_the_cart()
    {
        var order = await _cart.PayAsync(Customers.WithGoodCard);

        TestContext.WriteLine($"Paid {order.Total} EUR.");
        Assert.AreEqual(new Order(order.Id, OrderStatus.Paid, 19.80m), order);
    }

    [TestMethod]
    [Owner("checkout-team")]
    [Priority(1)]
    public async Task A_declined_card_pays_for_nothing()
    {
        var refused = await Assert.ThrowsExactlyAsync<ShopRefusedException>(
            () => _cart.PayAsync(Customers.WithDeclinedCard));

        Assert.AreEqual(HttpStatusCode.PaymentRequired, refused.StatusCode);
    }

    [TestMethod]
    [Owner("checkout-team")]
    public async Task A_cart_is_paid_only_once()
    {
        await _cart.PayAsync(Customers.WithGoodCard);

        var refused = await Assert.ThrowsExactlyAsync<ShopRefusedException>(
            () => _cart.PayAsync(Customers.WithGoodCard));
        Assert.AreEqual("This cart is paid already.", refused.Message);
    }

    [TestMethod]
    [Owner("checkout-team")]
    [DataRow("")]
    [DataRow("ada")]
    [DataRow("ada@@example.com")]
    public async Task A_payment_needs_an_email_address(string email)
    {
        var refused = await Assert.ThrowsExactlyAsync<ShopRefusedException>(
            () => _cart.PayAsync(Customers.WithGoodCard with { Email = email }));

        Assert.AreEqual($"'{email}' is no e-mail address.", refused.Message);
    }

    [TestMethod]
    [Owner("checkout-team")]
    public async Task The_invoice_lists_what_was_bought()
    {
        var order = await _cart.PayAsync(Customers.WithGoodCard);

        var invoice = await Customer.Orders.InvoiceAsync(order.Id);
        await AttachAsync("invoice.txt", invoice);
        Assert.Contains("1 x Darjeeling, first flush", invoice);
        Assert.EndsWith("Total 19.80 EUR", invoice);
    }

    private async Task AttachAsync(string name, string text)
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("shop-").FullName, name);
        await File.WriteAllTextAsync(path, text);
        TestContext.AddResultFile(path);
    }
}
