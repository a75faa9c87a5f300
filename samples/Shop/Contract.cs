namespace Shop;

public sealed record Product(string Sku, string Name, string Category, decimal Price);

public sealed record CartLine(string Sku, int Quantity);

public sealed record CartView(
    string Id,
    IReadOnlyList<CartLine> Lines,
    decimal Goods,
    decimal Discount,
    decimal Shipping,
    decimal Total);

public sealed record Payment(string Email, string CardNumber);

public sealed record Order(string Id, OrderStatus Status, decimal Total);

public enum OrderStatus
{
    Paid,
    Shipped,
}

/// <summary>Why the shop refused a request: what its pages show to the customer.</summary>
public sealed record Refusal(string Reason);
