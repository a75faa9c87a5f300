using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using TestFlock.Core.Telemetry;

namespace TestFlock.Agent.Telemetry;

/// <summary>
/// Sends what this process measures where variables of the environment say: OpenTelemetry's own for OTLP,
/// <see cref="StatsdVariable"/> for statsd. Without them nothing listens, and nothing is made.
/// </summary>
internal sealed class TelemetryExport : IDisposable
{
    public const string StatsdVariable = "TESTFLOCK_STATSD";

    private static readonly string[] OtlpVariables =
    [
        "OTEL_EXPORTER_OTLP_ENDPOINT", "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", "OTEL_EXPORTER_OTLP_METRICS_ENDPOINT",
    ];

    // No tag of ours has more values than there are outcomes, ends or servers; the library keeps room for 2,000 of each
    // instrument, which costs each run 50 ms.
    private const int MostTagValues = 100;

    private readonly List<IDisposable> _senders = [];

    private TelemetryExport()
    {
    }

    /// <summary>What could not be begun, for a person; empty when all is well.</summary>
    public string Problem { get; private set; } = "";

    /// <param name="process">agent or run.</param>
    /// <param name="instance">Which of them.</param>
    /// <param name="variable">A variable of the environment by name; null when it is not set.</param>
    /// <param name="time">The clock.</param>
    public static TelemetryExport Start(
        string process, string instance, Func<string, string?> variable, TimeProvider time)
    {
        var export = new TelemetryExport();
        if (Array.Exists(OtlpVariables, name => variable(name) is { Length: > 0 })
            && variable("OTEL_SDK_DISABLED") != "true")
            export.StartOtlp(process, instance, variable);
        if (variable(StatsdVariable) is { Length: > 0 } statsd)
            export.StartStatsd(statsd, time);
        return export;
    }

    /// <summary>Sends what is left, for a few seconds at most.</summary>
    public void Dispose() => _senders.ForEach(sender => sender.Dispose());

    private void StartOtlp(string process, string instance, Func<string, string?> variable)
    {
        var resource = ResourceBuilder.CreateDefault().AddService(
            $"testflock-{process}", serviceVersion: ProgramVersion.Text, serviceInstanceId: instance)
            .AddEnvironmentVariableDetector();
        _senders.Add(Sdk.CreateTracerProviderBuilder().SetResourceBuilder(resource).AddSource(FlockTraces.Name)
            .AddOtlpExporter(otlp => SpanQueue.Widen(otlp, variable)).Build());
        _senders.Add(Sdk.CreateMeterProviderBuilder().SetResourceBuilder(resource).AddMeter(FlockMeters.Name)
            .AddView(_ => new MetricStreamConfiguration { CardinalityLimit = MostTagValues })
            .AddOtlpExporter().Build());
    }

    private void StartStatsd(string address, TimeProvider time)
    {
        try
        {
            if (StatsdSender.TryParse(address, out var place))
                _senders.Add(new StatsdSender(place.Host, place.Port, time));
            else
                Problem = $"{StatsdVariable}: '{address}' is no address. Write host or host:port.";
        }
        catch (System.Net.Sockets.SocketException e)
        {
            Problem = $"{StatsdVariable}: '{address}' has no address ({e.Message}). Nothing is sent there.";
        }
    }
}
