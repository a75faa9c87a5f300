using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using TestFlock.Agent.Telemetry;
using TestFlock.Core.Matching;
using TestFlock.Core.Scaling;
using TestFlock.Redis.Overview;

namespace TestFlock.Agent.Endpoint;

/// <summary>
/// What an agent answers over HTTP, to read only: <c>/metrics</c> for Prometheus, <c>/wanted</c> for KEDA and other
/// scalers, <c>/healthz</c> for whoever supervises it.
/// </summary>
internal sealed class AgentEndpoint : IAsyncDisposable
{
    private readonly MetricStore _metrics = new();
    private readonly WebApplication _server;
    private readonly RedisFlockControl _control;
    private readonly FreshOverview _overview;
    private readonly CapabilitySet _offered;

    private AgentEndpoint(
        int port, CapabilitySet offered, RedisFlockControl control, TimeProvider time, ILoggerFactory loggers)
    {
        (_offered, _control, _overview) = (offered, control, new FreshOverview(control, time));
        var builder = WebApplication.CreateSlimBuilder();
        builder.Services.AddSingleton(loggers);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.ListenAnyIP(port));
        _server = builder.Build();
        _server.MapGet("/healthz", () => Results.Text("ok\n"));
        _server.MapGet("/metrics", AnswerMetricsAsync);
        _server.MapGet("/wanted", AnswerWantedAsync);
    }

    /// <summary>The addresses that it listens at.</summary>
    public IEnumerable<string> Addresses => _server.Urls;

    /// <param name="port">0 for any that is free.</param>
    /// <param name="offered">What agents like this one can be used for.</param>
    /// <param name="control">Where the flock's numbers come from; the endpoint's from here on.</param>
    /// <param name="time">The clock.</param>
    /// <param name="loggers">The log.</param>
    /// <exception cref="IOException">The port is taken.</exception>
    public static async Task<AgentEndpoint> StartAsync(
        int port, CapabilitySet offered, RedisFlockControl control, TimeProvider time, ILoggerFactory loggers)
    {
        var endpoint = new AgentEndpoint(port, offered, control, time, loggers);
        try
        {
            await endpoint._server.StartAsync();
            return endpoint;
        }
        catch
        {
            await endpoint.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _overview.Dispose();
        await _control.DisposeAsync();
        _metrics.Dispose();
    }

    private async Task<IResult> AnswerMetricsAsync(CancellationToken cancellationToken)
    {
        var text = new PrometheusText().Add(_metrics.Copy());

        // The agent's own numbers are worth the most while Redis is away.
        if (await _overview.FindAsync(cancellationToken) is { } overview)
            text.Add(overview);
        return Results.Text(text.ToString(), PrometheusText.ContentType);
    }

    private async Task<IResult> AnswerWantedAsync(CancellationToken cancellationToken)
    {
        if (await _overview.FindAsync(cancellationToken) is not { } overview)
            return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
        var demand = FlockDemand.Of(overview);
        var answer = new
        {
            wanted = demand.Sum(set => set.Slots),
            here = demand.Where(set => set.IsMetBy(_offered)).Sum(set => set.Slots),
            sets = demand.ToDictionary(set => set.Requirements, set => set.Slots),
        };
        return Results.Text(JsonSerializer.Serialize(answer), "application/json");
    }
}
