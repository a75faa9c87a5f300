namespace Shop.Server;

/// <summary>What the shop sells.</summary>
public static class Assortment
{
    public static IReadOnlyList<Product> Products { get; } =
    [
        new("TEA-01", "Assam", "tea", 8.50m),
        new("TEA-02", "Darjeeling, first flush", "tea", 14.90m),
        new("TEA-03", "Earl Grey", "tea", 7.20m),
        new("COF-01", "Espresso \"Nero\"", "coffee", 11.00m),
        new("COF-02", "Café crème", "coffee", 9.80m),
        new("POT-01", "Teapot (cast iron)", "crockery", 49.00m),
    ];

    public static Product? Find(string sku) => Products.FirstOrDefault(product => product.Sku == sku);

    public static IEnumerable<Product> Search(string? term) =>
        Products.Where(product => string.IsNullOrEmpty(term)
            || product.Name.Contains(term, StringComparison.OrdinalIgnoreCase)
            || product.Category.Equals(term, StringComparison.OrdinalIgnoreCase));
}
