namespace Shop.Client;

public sealed class CataloguePage(HttpClient http)
{
    public async Task<IReadOnlyList<Product>> SearchAsync(string term)
    {
        using var response = await http.GetAsync($"products?search={Uri.EscapeDataString(term)}");
        return await response.ReadAsync<IReadOnlyList<Product>>();
    }

    public async Task<Product> OpenAsync(string sku)
    {
        using var response = await http.GetAsync($"products/{Uri.EscapeDataString(sku)}");
        return await response.ReadAsync<Product>();
    }
}
