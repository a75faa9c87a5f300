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

    public static void PrintShare(string what, double share) => Write(what, $"{share:P1}");

    private static void Write(string what, FormattableString figures) =>
        Console.WriteLine($"{what,-64} {figures.ToString(CultureInfo.InvariantCulture)}");
}
