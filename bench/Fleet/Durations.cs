using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace TestFlock.Bench.Fleet;

/// <summary>How long the same thing took, each time.</summary>
internal sealed class Durations
{
    private readonly ConcurrentQueue<TimeSpan> _all = new();

    public void Add(long began) => _all.Enqueue(Stopwatch.GetElapsedTime(began));

    public void Forget() => _all.Clear();

    public override string ToString()
    {
        var sorted = _all.Order().ToArray();
        return string.Create(
            CultureInfo.InvariantCulture,
            $"p50 {At(sorted, 0.5):0.0} ms, p90 {At(sorted, 0.9):0.0} ms, p99 {At(sorted, 0.99):0.0} ms "
            + $"({sorted.Length} times)");
    }

    private static double At(TimeSpan[] sorted, double quantile) =>
        sorted.ElementAtOrDefault((int)(sorted.Length * quantile)).TotalMilliseconds;
}
