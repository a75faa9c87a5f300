namespace Shop.Client;

/// <summary>The ways to pay that the card scheme offers to testers.</summary>
public static class Customers
{
    public static Payment WithGoodCard { get; } = new("ada@example.com", "4242 4242 4242 4242");

    public static Payment WithDeclinedCard { get; } = new("ada@example.com", "4000 0000 0000 0002");
}
