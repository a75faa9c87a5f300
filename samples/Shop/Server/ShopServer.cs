using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Shop.Server;

/// <summary>
/// The whole shop in one process: it listens on a free loopback port and keeps everything in memory, so that any
/// number of test processes run side by side, each against a shop of its own.
/// </summary>
public sealed class ShopServer : IAsyncDisposable
{
    private readonly WebApplication _application;

    private ShopServer(WebApplication application) => _application = application;

    public Uri Address => new(_application.Urls.Single());

    public static async Task<ShopServer> StartAsync(CancellationToken cancellationToken = default)
    {
        // The empty builder: the shop must not pick up settings that happen to lie about where the tests run.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, port: 0));
        builder.Services.AddRoutingCore();
        builder.Services.AddSingleton(TimeProvider.System).AddSingleton<Warehouse>().AddSingleton<Checkout>();
        builder.Services.AddSingleton<Carts>();

        var application = builder.Build();
        application.UseRouting();
        application.Use(Pages.ExplainRefusalsAsync);
        Pages.Map(application);
        await application.StartAsync(cancellationToken);
        return new ShopServer(application);
    }

    public ValueTask DisposeAsync() => _application.DisposeAsync();
}
