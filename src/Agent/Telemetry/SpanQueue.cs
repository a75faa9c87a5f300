using OpenTelemetry.Exporter;

namespace TestFlock.Agent.Telemetry;

/// <summary>
/// How many spans may wait to be sent. The tests of a batch end within moments of each other, and those of short tests
/// faster than a collector answers: OpenTelemetry's own 2,048 lose a tenth of the spans of 10,000 tests.
/// </summary>
internal static class SpanQueue
{
    // Some 900 bytes each while they wait.
    private const int Most = 65_536;

    // 100 to 300 bytes each on the wire; collectors take 4 MiB by gRPC.
    private const int SentTogether = 2_048;

    private static readonly string[] Variables = ["OTEL_BSP_MAX_QUEUE_SIZE", "OTEL_BSP_MAX_EXPORT_BATCH_SIZE"];

    /// <summary>Leaves alone what the environment says.</summary>
    /// <param name="otlp">Of the traces.</param>
    /// <param name="variable">A variable of the environment by name; null when it is not set.</param>
    public static void Widen(OtlpExporterOptions otlp, Func<string, string?> variable)
    {
        if (Array.Exists(Variables, name => variable(name) is { Length: > 0 }))
            return;
        otlp.BatchExportProcessorOptions.MaxQueueSize = Most;
        otlp.BatchExportProcessorOptions.MaxExportBatchSize = SentTogether;
    }
}
