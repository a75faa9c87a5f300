using Shop.Server;

[assembly: Parallelize(Scope = ExecutionScope.ClassLevel)]

namespace Shop.Tests;

/// <summary>Starts the shop once for all tests of this process.</summary>
[TestClass]
public static class TestedShop
{
    private static ShopServer? Server { get; set; }

    public static Uri Address => Server?.Address ?? throw new InvalidOperationException("The shop is not started yet.");

    [AssemblyInitialize]
    public static async Task OpenAsync(TestContext context) =>
        Server = await ShopServer.StartAsync(context.CancellationToken);

    [AssemblyCleanup]
    public static async Task CloseAsync()
    {
        if (Server is not null)
            await Server.DisposeAsync();
    }
}
