using Shop.Client;

namespace Shop.Tests;

/// <summary>Gives each test a customer of its own.</summary>
public abstract class ShopTests
{
    public required TestContext TestContext { get; init; }

    protected ShopClient Customer { get; private set; } = null!;

    [TestInitialize]
    public void EnterTheShop() => Customer = new ShopClient(TestedShop.Address);

    [TestCleanup]
    public void LeaveTheShop() => Customer.Dispose();
}
