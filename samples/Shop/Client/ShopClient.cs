namespace Shop.Client;

/// <summary>A customer's view of the shop: the catalogue, a cart, and the orders.</summary>
public sealed class ShopClient(Uri shop) : IDisposable
{
    private readonly HttpClient _http = new() { BaseAddress = shop };

    public CataloguePage Catalogue => new(_http);

    public OrdersPage Orders => new(_http);

    public async Task<CartPage> OpenCartAsync(string country = "DE")
    {
        using var response = await _http.PostAsync($"carts?country={Uri.EscapeDataString(country)}", content: null);
        var cart = await response.ReadAsync<CartView>();
        return new CartPage(_http, cart.Id);
    }

    public void Dispose() => _http.Dispose();
}
