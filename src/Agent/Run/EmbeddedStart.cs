using Microsoft.Extensions.Logging;
using TestFlock.Contracts;
using TestFlock.Core.History;
using TestFlock.Core.Settings;
using TestFlock.Local.History;

namespace TestFlock.Agent.Run;

/// <summary>
/// What an embedded run begins while the adapter still looks for its tests: reading how long the tests took so far, and
/// test hosts, one after the other. Looking for tests wants a processor, too, and there may turn out to be only one
/// test.
/// </summary>
internal sealed class EmbeddedStart : IAsyncDisposable
{
    private readonly RunManifest _manifest;
    private readonly string _source;
    private readonly HostsOneByOne _hosts;

    private EmbeddedStart(
        RunManifest manifest, string source, int slots, string workFolder, TimeProvider time, ILoggerFactory loggers)
    {
        (_manifest, _source, MostSlots) = (manifest, source, slots);
        History = new HistoryReadAhead(
            new FileDurationHistory(FileDurationHistory.DefaultFolder, time), manifest.Suite);
        Runners = new BatchRunners(workFolder, packages: null, time, loggers);
        _hosts = new HostsOneByOne(slots, count => Runners.PrepareAsync(manifest, source, count));
    }

    public IDurationHistory History { get; }

    /// <summary>How many slots the run can have.</summary>
    public int MostSlots { get; }

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
            ? new EmbeddedStart(
                RunPreparation.Manifest(run, open, settings),
                source,
                settings.Slots ?? Environment.ProcessorCount,
                workFolder,
                time,
                loggers)
            : null;
    }

    /// <summary>
    /// It is known how many hosts there shall be: the others start, as many at a time as the machine has processors.
    /// </summary>
    public async Task PrepareAsync(int slots)
    {
        await _hosts.EndAsync();
        _ = Runners.PrepareAsync(_manifest, _source, slots);
    }

    public async ValueTask DisposeAsync()
    {
        await _hosts.DisposeAsync();
        await Runners.DisposeAsync();
    }
}
