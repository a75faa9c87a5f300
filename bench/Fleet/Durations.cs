using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace TestFlock.Bench.Fleet;

/// <summary>How long the same thing took, each time.</summary>
internal sealed class Durations
{
    private readonly ConcurrentQueue<(long Began, TimeSpan Took)> _all = new();

    public void Add(long began) => _all.Enqueue((began, Stopwatch.GetElapsedTime(began)));

    public void Forget() => _all.Clear();

    /// <summary>How many took longer than <paramref name="limit"/>, by the second since <paramref name="start"/> in
    /// which they began.</summary>
    /// <param name="limit">Of what is not told.</param>
    /// <param name="start">A time stamp.</param>
    public string Late(TimeSpan limit, long start)
    {
        var late = _all.Where(one => one.Took > limit)
            .CountBy(one => (int)Stopwatch.GetElapsedTime(start, one.Began).TotalSeconds)
            .OrderBy(second => second.Key);
        return string.Join(", ", late.Select(second => $"{second.Value} in second {second.Key}"));
    }

    public override string ToString()
    {
        var sorted = _all.Select(one => one.Took).Order().ToArray();
        return string.Create(
            CultureInfo.InvariantCulture,
            $"p50 {At(sorted, 0.5):0.0} ms, p90 {At(sorted, 0.9):0.0} ms, p99 {At(sorted, 0.99):0.0} ms "
            + $"({sorted.Length} times, {sorted.Count(took => took.TotalMilliseconds > 50)} over 50 ms)");
    }

    private static double At(TimeSpan[] sorted, double quantile) =>
        sorted.ElementAtOrDefault((int)(sorted.Length * quantile)).TotalMilliseconds;
}
