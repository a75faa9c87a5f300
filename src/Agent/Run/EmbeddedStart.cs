using Microsoft.Extensions.Logging;
using TestFlock.Contracts;
using TestFlock.Core.History;
using TestFlock.Core.Settings;
using TestFlock.Local.History;

namespace TestFlock.Agent.Run;

/// <summary>
/// What an embedded run begins while the adapter still looks for its tests: a first test host, and reading how long the
/// tests took so far. One host, since there may turn out to be only one test.
/// </summary>
internal sealed class EmbeddedStart : IAsyncDisposable
{
    private readonly RunManifest _manifest;
    private readonly string _source;

    private EmbeddedStart(
        RunManifest manifest, string source, string workFolder, TimeProvider time, ILoggerFactory loggers)
    {
        (_manifest, _source) = (manifest, source);
        History = new HistoryReadAhead(
            new FileDurationHistory(FileDurationHistory.DefaultFolder, time), manifest.Suite);
        Runners = new BatchRunners(workFolder, packages: null, time, loggers);
        Runners.Prepare(manifest, source, slots: 1);
    }

    public IDurationHistory History { get; }

    /// <summary>Of the run's own agent; they end with this.</summary>
    public BatchRunners Runners { get; }

    /// <returns>
    /// Null when the run is not embedded, or its settings are wrong, which is told when it is to be planned.
    /// </returns>
    public static EmbeddedStart? For(
        RunId run, OpenRun open, string workFolder, TimeProvider time, ILoggerFactory loggers)
    {
        var reading = new FlockSettingsReader(Environment.GetEnvironmentVariable).Read(open.SettingsXml);
        return reading is { Errors.Count: 0, Settings: { Broker: null } settings } && open.Sources is [var source, ..]
            ? new EmbeddedStart(RunPreparation.Manifest(run, open, settings), source, workFolder, time, loggers)
            : null;
    }

    /// <summary>Starts the other hosts.</summary>
    /// <param name="slots">How many hosts there shall be, the first included.</param>
    public void Prepare(int slots) => Runners.Prepare(_manifest, _source, slots);

    public ValueTask DisposeAsync() => Runners.DisposeAsync();
}
