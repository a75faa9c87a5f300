using System.Diagnostics.Metrics;

namespace TestFlock.Agent.Telemetry;

/// <summary>One instrument with one set of tags.</summary>
internal sealed class MetricSeries(Instrument instrument, IReadOnlyList<KeyValuePair<string, object?>> tags)
{
    /// <summary>Seconds: from what a warm test takes to what a run may take.</summary>
    public static readonly IReadOnlyList<double> Bounds =
        [0.005, 0.01, 0.05, 0.1, 0.5, 1, 5, 10, 30, 60, 300, 1800];

    private readonly long[] _counts = new long[Bounds.Count + 1];

    public Instrument Instrument => instrument;

    public IReadOnlyList<KeyValuePair<string, object?>> Tags => tags;

    public bool IsHistogram => instrument is Histogram<double>;

    /// <summary>Whether it may fall.</summary>
    public bool IsLevel => instrument is UpDownCounter<long>;

    public double Sum { get; private set; }

    public long Count { get; private set; }

    /// <summary>Of a histogram: how many measurements were at most each bound; the last is all.</summary>
    public IEnumerable<long> CountsUpTo()
    {
        var sum = 0L;
        foreach (var count in _counts)
            yield return sum += count;
    }

    public void Take(double value)
    {
        (Sum, Count) = (Sum + value, Count + 1);
        var bucket = 0;
        while (bucket < Bounds.Count && value > Bounds[bucket])
            bucket++;
        _counts[bucket]++;
    }

    public MetricSeries Copy()
    {
        var copy = new MetricSeries(instrument, tags) { Sum = Sum, Count = Count };
        _counts.CopyTo(copy._counts, 0);
        return copy;
    }
}
