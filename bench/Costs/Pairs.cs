using System.Globalization;

namespace TestFlock.Bench.Costs;

/// <summary>
/// Two ways measured in turn: what one costs over the other, and how sure that is. The differences of the pairs are
/// told with the standard error of their mean; a mean within two of them from nothing is nothing.
/// </summary>
internal static class Pairs
{
    /// <summary>
    /// Runs both in turn and prints what they cost. Who goes first changes with each pair: a machine that gets slower or
    /// faster meanwhile burdens both alike.
    /// </summary>
    /// <param name="pairs">How often; fewer than eight say little of a few percent.</param>
    /// <param name="tests">In each run.</param>
    /// <param name="without">One run.</param>
    /// <param name="with">The other.</param>
    public static async Task CompareAsync(
        int pairs, int tests, Func<Task<TimedCommand>> without, Func<Task<TimedCommand>> with)
    {
        var (off, on) = (new List<TimedCommand>(), new List<TimedCommand>());
        for (var pair = 0; pair < pairs; pair++)
        {
            var isOffFirst = pair % 2 == 0;
            if (isOffFirst)
                off.Add(await without());
            on.Add(await with());
            if (!isOffFirst)
                off.Add(await without());
        }

        Print("processor time of all processes", off.ConvertAll(c => c.Processor), on.ConvertAll(c => c.Processor), tests);
        Print("wall", off.ConvertAll(c => c.Wall), on.ConvertAll(c => c.Wall), tests);
    }

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
