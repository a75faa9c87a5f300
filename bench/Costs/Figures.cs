using System.Globalization;

namespace TestFlock.Bench.Costs;

/// <summary>Prints measured figures: lowest, median, highest.</summary>
internal static class Figures
{
    public static TimeSpan Median(IReadOnlyList<TimeSpan> values) => values.Order().ElementAt(values.Count / 2);

    public static void Print(string what, IReadOnlyList<TimeSpan> values) => Write(
        what, $"{values.Min().TotalSeconds:F2} / {Median(values).TotalSeconds:F2} / {values.Max().TotalSeconds:F2} s");

    public static void PrintMilliseconds(string what, IReadOnlyList<TimeSpan> values) => Write(
        what,
        $"{values.Min().TotalMilliseconds:F1} / {Median(values).TotalMilliseconds:F1} / {values.Max().TotalMilliseconds:F1} ms");

    public static void PrintRatios(string what, IReadOnlyList<double> values) => Write(
        what, $"{values.Min():F3} / {values.Order().ElementAt(values.Count / 2):F3} / {values.Max():F3}");

    public static void PrintRatio(string what, double ratio) => Write(what, $"{ratio:F3}");

    /// <summary>
    /// The ratio of two means, with its standard error: how far it strays with other rounds of as many. Single pairs on
    /// a machine that others use say little; their scatter is what the error is taken from.
    /// </summary>
    public static void PrintRatioOfMeans(string what, IReadOnlyList<TimeSpan> values, IReadOnlyList<TimeSpan> bases)
    {
        var meanBase = bases.Average(time => time.TotalSeconds);
        var ratio = values.Average(time => time.TotalSeconds) / meanBase;
        var squares = values.Zip(bases, (value, its) => Math.Pow(value.TotalSeconds - ratio * its.TotalSeconds, 2)).Sum();
        var error = Math.Sqrt(squares / (values.Count - 1) / values.Count) / meanBase;
        Write(what, $"{ratio:F3} ± {error:F3}");
    }

    public static void PrintShare(string what, double share) => Write(what, $"{share:P1}");

    private static void Write(string what, FormattableString figures) =>
        Console.WriteLine($"{what,-64} {figures.ToString(CultureInfo.InvariantCulture)}");
}
