using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using TestFlock.Contracts;
using TestFlock.Redis.Overview;

namespace TestFlock.Agent.Dashboard;

/// <summary>The page, its events, and what a token allows.</summary>
internal static class DashboardServer
{
    // The page holds everything it needs; names of tests must not be able to bring more.
    private const string OnlyOurs = "default-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

    /// <summary>Returns when the process is told to end.</summary>
    public static async Task<int> RunAsync(
        RedisFlockControl control,
        IPEndPoint place,
        string? token,
        Action<string> began,
        CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(place));
        await using var server = builder.Build();
        await using var feed = new FlockFeed(control, TimeProvider.System);
        server.Use((context, next) =>
        {
            context.Response.Headers.ContentSecurityPolicy = OnlyOurs;
            context.Response.Headers.XContentTypeOptions = "nosniff";
            context.Response.Headers["Referrer-Policy"] = "no-referrer";
            return next();
        });
        foreach (var (path, type) in new[]
            { ("index.html", "text/html"), ("page.js", "text/javascript"), ("page.css", "text/css") })
            server.MapGet(
                path == "index.html" ? "/" : $"/{path}", () => Results.Text(Resource(path), $"{type}; charset=utf-8"));
        var ending = server.Lifetime.ApplicationStopping;
        server.MapGet("/events", context => StreamAsync(context, feed, ending));
        server.MapGet(
            "/runs/{run}/attempts", (string run, CancellationToken end) => FindAttemptsAsync(control, run, end));
        server.MapPost(
            "/runs/{run}/cancel",
            (string run, HttpRequest request, CancellationToken end) => DoAsync(
                request, token, async () => await control.CancelAsync(new RunId(run), end)));
        server.MapPost(
            "/agents/{agent}/drain",
            (string agent, HttpRequest request, CancellationToken end) => DoAsync(
                request, token, async () => await control.DrainAsync(agent, end) == DrainAnswer.Asked));
        await server.StartAsync(cancellationToken);
        began($"http://{place}/");
        await server.WaitForShutdownAsync(cancellationToken);
        return 0;
    }

    private static async Task StreamAsync(HttpContext context, FlockFeed feed, CancellationToken ending)
    {
        context.Response.ContentType = "text/event-stream";
        context.Response.Headers.CacheControl = "no-cache";
        using var end = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, ending);
        try
        {
            await foreach (var (kind, json) in feed.FollowAsync(end.Token))
            {
                await context.Response.WriteAsync($"event: {kind}\ndata: {json}\n\n", end.Token);
                await context.Response.Body.FlushAsync(end.Token);
            }
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
            // The browser is gone, or the server goes.
        }
    }

    private static async Task<IResult> FindAttemptsAsync(
        RedisFlockControl control, string run, CancellationToken cancellationToken)
    {
        try
        {
            return Results.Json(await control.Attempts.FindAsync(new RunId(run), cancellationToken));
        }
        catch (FormatException)
        {
            return Results.NotFound();
        }
    }

    private static async Task<IResult> DoAsync(HttpRequest request, string? token, Func<Task<bool>> work)
    {
        // A header that only a script of this page's origin can send: no form of another page gets through.
        var given = request.Headers["X-TestFlock-Token"].ToString();
        if (token is null || !CryptographicOperations.FixedTimeEquals(
            SHA256.HashData(Encoding.UTF8.GetBytes(given)), SHA256.HashData(Encoding.UTF8.GetBytes(token))))
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        try
        {
            return await work() ? Results.Ok() : Results.NotFound();
        }
        catch (FormatException)
        {
            return Results.NotFound();
        }
    }

    private static string Resource(string name)
    {
        using var stream = typeof(DashboardServer).Assembly.GetManifestResourceStream($"dashboard.{name}")
            ?? throw new InvalidOperationException($"The page's {name} is not in the assembly.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
