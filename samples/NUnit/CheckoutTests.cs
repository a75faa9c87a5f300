using System.Net;
using Shop.Client;

namespace Shop.Tests;

[Category("Checkout")]
[Property("Owner", "checkout-team")]
[Property("Priority", 1)]
public sealed class CheckoutTests : ShopTests
{
    private CartPage _cart = null!;

    [SetUp]
    public async Task FillCartAsync()
    {
        _cart = await Customer.OpenCartAsync();
        await _cart.AddAsync("TEA-02");
    }

    [Test]
    [Category("Smoke")]
    public async Task A_good_card_pays_for_the_cart()
    {
        var order = await _cart.PayAsync(Customers.WithGoodCard);

        TestContext.Out.WriteLine($"Paid {order.Total} EUR.");
        Assert.That(order, Is.EqualTo(new Order(order.Id, OrderStatus.Paid, 19.80m)));
    }

    [Test]
    public void A_declined_card_pays_for_nothing()
    {
        Assert.That(
            () => _cart.PayAsync(Customers.WithDeclinedCard),
            Throws.TypeOf<ShopRefusedException>()
                .With.Property(nameof(ShopRefusedException.StatusCode)).EqualTo(HttpStatusCode.PaymentRequired));
    }

    [Test]
    public async Task A_cart_is_paid_only_once()
    {
        await _cart.PayAsync(Customers.WithGoodCard);

        Assert.That(
            () => _cart.PayAsync(Customers.WithGoodCard),
            Throws.TypeOf<ShopRefusedException>().With.Message.EqualTo("This cart is paid already."));
    }

    [TestCase("")]
    [TestCase("ada")]
    [TestCase("ada@@example.com")]
    public void A_payment_needs_an_email_address(string email)
    {
        Assert.That(
            () => _cart.PayAsync(Customers.WithGoodCard with { Email = email }),
            Throws.TypeOf<ShopRefusedException>().With.Message.EqualTo($"'{email}' is no e-mail address."));
    }

    [Test]
    public async Task The_invoice_lists_what_was_bought()
    {
        var order = await _cart.PayAsync(Customers.WithGoodCard);

        var invoice = await Customer.Orders.InvoiceAsync(order.Id);
        await AttachAsync("invoice.txt", invoice);
        Assert.That(invoice, Does.Contain("1 x Darjeeling, first flush").And.EndsWith("Total 19.80 EUR"));
    }

    private static async Task AttachAsync(string name, string text)
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("shop-").FullName, name);
        await File.WriteAllTextAsync(path, text);
        TestContext.AddTestAttachment(path, "What the shop sent to the customer");
    }
}
