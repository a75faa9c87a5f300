using System.Diagnostics.Metrics;
using TestFlock.Core.Telemetry;

namespace TestFlock.Agent.Telemetry;

/// <summary>The sums of everything that was measured in this process since it began.</summary>
internal sealed class MetricStore : IDisposable
{
    private readonly Lock _gate = new();
    private readonly MeterListener _listener = new();
    private readonly Dictionary<(string Name, string Tags), MetricSeries> _series = []; // guarded by _gate

    public MetricStore()
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == FlockMeters.Name)
                listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Take(instrument, value, tags));
        _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Take(instrument, value, tags));
        _listener.Start();
    }

    /// <summary>By name and tags.</summary>
    public IReadOnlyList<MetricSeries> Copy()
    {
        lock (_gate)
        {
            return
            [
                .. _series
                    .OrderBy(s => s.Key.Name, StringComparer.Ordinal)
                    .ThenBy(s => s.Key.Tags, StringComparer.Ordinal)
                    .Select(s => s.Value.Copy()),
            ];
        }
    }

    public void Dispose() => _listener.Dispose();

    private void Take(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var text = TagsOf(tags);
        lock (_gate)
        {
            if (!_series.TryGetValue((instrument.Name, text), out var series))
                _series[(instrument.Name, text)] = series = new MetricSeries(instrument, tags.ToArray());
            series.Take(value);
        }
    }

    private static string TagsOf(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var text = "";
        foreach (var (name, value) in tags)
            text += $"{name}={value};";
        return text;
    }
}
