using System.Net;
using Shop.Client;

namespace Shop.Tests;

[Trait("Category", "Checkout")]
[Trait("Owner", "checkout-team")]
[Trait("Priority", "1")]
public sealed class CheckoutTests(TestedShop shop, ITestOutputHelper output)
    : IAsyncLifetime
{
    private CartPage _cart = null!;

    public async ValueTask InitializeAsync()
    {
        _cart = await shop.Customer.OpenCartAsync();
        await _cart.AddAsync("TEA-02");
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    [Trait("Category", "Smoke")]
    public async Task A_good_card_pays_for_the_cart()
    {
        var order = await _cart.PayAsync(Customers.WithGoodCard);

        output.WriteLine($"Paid {order.Total} EUR.");
        Assert.Equal(new Order(order.Id, OrderStatus.Paid, 19.80m), order);
    }

    [Fact]
    public async Task A_declined_card_pays_for_nothing()
    {
        var refused = await Assert.ThrowsAsync<ShopRefusedException>(
            () => _cart.PayAsync(Customers.WithDeclinedCard));

        Assert.Equal(HttpStatusCode.PaymentRequired, refused.StatusCode);
    }

    [Fact]
    public async Task A_cart_is_paid_only_once()
    {
        await _cart.PayAsync(Customers.WithGoodCard);

        var refused = await Assert.ThrowsAsync<ShopRefusedException>(() => _cart.PayAsync(Customers.WithGoodCard));
        Assert.Equal("This cart is paid already.", refused.Message);
    }

    [Theory]
    [InlineData("")]
    [InlineData("ada")]
    [InlineData("ada@@example.com")]
    public async Task A_payment_needs_an_email_address(string email)
    {
        var refused = await Assert.ThrowsAsync<ShopRefusedException>(
            () => _cart.PayAsync(Customers.WithGoodCard with { Email = email }));

        Assert.Equal($"'{email}' is no e-mail address.", refused.Message);
    }

    [Fact]
    public async Task The_invoice_lists_what_was_bought()
    {
        var order = await _cart.PayAsync(Customers.WithGoodCard);

        var invoice = await shop.Customer.Orders.InvoiceAsync(order.Id);
        TestContext.Current.AddAttachment("invoice.txt", invoice);
        Assert.Contains("1 x Darjeeling, first flush", invoice);
        Assert.EndsWith("Total 19.80 EUR", invoice);
    }
}
