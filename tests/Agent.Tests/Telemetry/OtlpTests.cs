using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using TestFlock.Agent.Telemetry;
using TestFlock.Core.Telemetry;

namespace TestFlock.Agent.Tests.Telemetry;

/// <summary>What a collector gets over HTTP; protocol buffers keep texts as they are, so they can be looked for.</summary>
[Collection(TelemetryCollection.Name)]
public sealed class OtlpTests : IAsyncLifetime
{
    private readonly Dictionary<string, string> _received = []; // by path
    private readonly WebApplication _collector;
    private Task _mayAnswer = Task.CompletedTask;

    public OtlpTests()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(System.Net.IPAddress.Loopback, 0));
        _collector = builder.Build();
        _collector.MapPost("/v1/{signal}", ReceiveAsync);
    }

    public Task InitializeAsync() => _collector.StartAsync();

    public async Task DisposeAsync()
    {
        Environment.SetEnvironmentVariable("OTEL_EXPORTER_OTLP_ENDPOINT", null);
        Environment.SetEnvironmentVariable("OTEL_EXPORTER_OTLP_PROTOCOL", null);
        await _collector.DisposeAsync();
    }

    [Fact]
    public void Metrics_and_traces_reach_the_collector_before_the_process_ends()
    {
        Environment.SetEnvironmentVariable("OTEL_EXPORTER_OTLP_ENDPOINT", _collector.Urls.First());
        Environment.SetEnvironmentVariable("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf");

        using (TelemetryExport.Start("run", "run-1", Environment.GetEnvironmentVariable, TimeProvider.System))
        {
            using var test = FlockTraces.BeginTest("Shop.Cart.Adds").ShouldNotBeNull();
            FlockTraces.Add("testflock.run", test.Context, DateTimeOffset.UtcNow, DateTimeOffset.UtcNow);
            FlockMeters.RunTests.Add(1, new KeyValuePair<string, object?>("outcome", "Passed"));
        }

        lock (_received)
        {
            _received["traces"].ShouldContain("testflock.test");
            _received["traces"].ShouldContain("testflock.run");
            _received["traces"].ShouldContain("Shop.Cart.Adds");
            _received["metrics"].ShouldContain("testflock.run.tests");
            _received["metrics"].ShouldContain("testflock-run");
        }
    }

    [Fact]
    public void Spans_that_end_faster_than_the_collector_answers_are_all_sent()
    {
        const int Spans = 20_000;
        var answers = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _mayAnswer = answers.Task;
        Environment.SetEnvironmentVariable("OTEL_EXPORTER_OTLP_ENDPOINT", _collector.Urls.First());
        Environment.SetEnvironmentVariable("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf");

        using (TelemetryExport.Start("run", "run-1", Environment.GetEnvironmentVariable, TimeProvider.System))
        {
            for (var span = 0; span < Spans; span++)
                FlockTraces.Add("testflock.report", default, DateTimeOffset.UtcNow, DateTimeOffset.UtcNow);
            answers.SetResult();
        }

        lock (_received)
            _received["traces"].Split("testflock.report").Length.ShouldBe(Spans + 1);
    }

    [Fact]
    public void Without_anybody_who_wants_it_nothing_is_made()
    {
        using var export = TelemetryExport.Start("run", "run-1", _ => null, TimeProvider.System);

        FlockTraces.IsOn.ShouldBeFalse();
        FlockTraces.BeginTest("Shop.Cart.Adds").ShouldBeNull();
        FlockMeters.Results.Enabled.ShouldBeFalse();
    }

    private async Task<IResult> ReceiveAsync(string signal, HttpRequest request)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body);
        await _mayAnswer;
        lock (_received)
            _received[signal] = _received.GetValueOrDefault(signal) + Encoding.Latin1.GetString(body.ToArray());
        return Results.Ok();
    }
}
