using System.Globalization;

namespace TestFlock.Bench.Costs;

/// <summary>
/// Two ways measured in turn: what one costs over the other, and how sure that is. The differences of the pairs are
/// told with the standard error of their mean; a mean within two of them from nothing is nothing.
/// </summary>
internal static class Pairs
{
    public static void Print(string what, IReadOnlyList<TimeSpan> without, IReadOnlyList<TimeSpan> with, int tests)
    {
        var differences = with.Zip(without, (one, other) => (one - other).TotalSeconds).ToArray();
        var mean = differences.Average();
        var error = differences.Length > 1
            ? Math.Sqrt(differences.Sum(d => (d - mean) * (d - mean)) / (differences.Length - 1) / differences.Length)
            : double.NaN;
        var usual = without.Average(time => time.TotalSeconds);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"  {what,-32} without {usual:F2} s, with {usual + mean:F2} s: {mean / usual:+0.0%;-0.0%} ± {error / usual:0.0%}, "
            + $"{mean / tests * 1e6:+0;-0} ± {error / tests * 1e6:0} us a test"));
    }
}
