using Shop.Client;

namespace Shop.Tests;

/// <summary>Gives each test a customer of its own.</summary>
public abstract class ShopTests
{
    protected ShopClient Customer { get; private set; } = null!;

    [SetUp]
    public void EnterTheShop() => Customer = new ShopClient(TestedShop.Address);

    [TearDown]
    public void LeaveTheShop() => Customer.Dispose();
}
