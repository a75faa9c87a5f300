using Shop.Server;

[assembly: Parallelizable(ParallelScope.Fixtures)]

namespace Shop.Tests;

/// <summary>Starts the shop once for all tests of this process.</summary>
[SetUpFixture]
public sealed class TestedShop
{
    private static ShopServer? Server { get; set; }

    public static Uri Address => Server?.Address ?? throw new InvalidOperationException("The shop is not started yet.");

    [OneTimeSetUp]
    public async Task OpenAsync() => Server = await ShopServer.StartAsync();

    [OneTimeTearDown]
    public async Task CloseAsync()
    {
        if (Server is not null)
            await Server.DisposeAsync();
    }
}
