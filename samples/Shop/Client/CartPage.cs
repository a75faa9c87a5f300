using System.Net.Http.Json;

namespace Shop.Client;

public sealed class CartPage(HttpClient http, string id)
{
    public async Task<CartView> ReadAsync()
    {
        using var response = await http.GetAsync($"carts/{id}");
        return await response.ReadAsync<CartView>();
    }

    public async Task AddAsync(string sku, int quantity = 1)
    {
        using var response = await http.PostAsJsonAsync($"carts/{id}/lines", new CartLine(sku, quantity));
        await response.ThrowIfRefusedAsync();
    }

    public async Task RemoveAsync(string sku)
    {
        using var response = await http.DeleteAsync($"carts/{id}/lines/{Uri.EscapeDataString(sku)}");
        await response.ThrowIfRefusedAsync();
    }

    public async Task RedeemAsync(string voucher)
    {
        using var response = await http.PutAsync($"carts/{id}/voucher/{Uri.EscapeDataString(voucher)}", content: null);
        await response.ThrowIfRefusedAsync();
    }

    public async Task<Order> PayAsync(Payment payment)
    {
        using var response = await http.PostAsJsonAsync($"carts/{id}/payment", payment);
        return await response.ReadAsync<Order>();
    }
}
