using System.Globalization;
using System.Text;
using TestFlock.Core.Progress;

namespace TestFlock.Core.Efficiency;

/// <summary>Where the time of a run went, for people.</summary>
public static class EfficiencyText
{
    // A name may be 4 kB long, and hold line ends.
    private const int LongestName = 120;

    public static string Of(RunEfficiency run)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture,
            $"TestFlock: {Count(run.Tests, "test")} in {Seconds(run.Wall)} on {Count(run.Slots, "slot")}.");
        Line(text, $"slots: {run.HeldShare:P0} busy, {run.TestedShare:P0} in tests");
        if (run.FirstTestAfter is { } first)
            Line(text, $"first test began after {Seconds(first)}; slots began batches for {Seconds(run.Starting)} in all");
        if (run.Waited.Count > 0)
            Line(text, $"waited for {string.Join(", ", run.Waited.OrderByDescending(w => w.Value).Select(Waited))}");
        foreach (var test in run.Longest)
            Line(text, $"{Seconds(test.Duration),9}  {OneLine(test.Name)} ({test.Agent}, slot {test.Slot})");
        if (run.Longest.Count > 0)
            Line(text, $"{Bound(run)}");
        return text.ToString();
    }

    private static string Bound(RunEfficiency run) => run.Bound switch
    {
        EfficiencyBound.LongestTest => string.Create(
            CultureInfo.InvariantCulture,
            $"bound by the longest test: with any number of slots {Seconds(run.Shortest)}, unless "
                + $"it is split or made faster"),
        EfficiencyBound.Capacity => string.Create(
            CultureInfo.InvariantCulture,
            $"bound by the environment's capacity of {run.Capacity}: these tests need {Seconds(run.Shortest)} there, "
                + $"with any number of slots"),
        _ => string.Create(
            CultureInfo.InvariantCulture,
            $"bound by the slots: these tests fill {Count(run.Slots, "slot")} for {Seconds(run.Shortest)}; more slots "
            + $"make it shorter, down to the longest test's {Seconds(run.Longest[0].Duration)}"),
    };

    private static string Waited(KeyValuePair<WaitKind, TimeSpan> wait)
    {
        var what = wait.Key switch
        {
            WaitKind.Agents => "agents",
            WaitKind.Capacity => "capacity",
            WaitKind.OtherRuns => "other runs",
            WaitKind.Package => "its package or first processes",
            _ => "another try",
        };
        return $"{what} {Seconds(wait.Value)}";
    }

    private static void Line(StringBuilder text, FormattableString line) =>
        text.Append("\n  ").Append(line.ToString(CultureInfo.InvariantCulture));

    private static string Count(int number, string thing) =>
        string.Create(CultureInfo.InvariantCulture, $"{number} {thing}{(number == 1 ? "" : "s")}");

    private static string Seconds(TimeSpan time) =>
        string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:F2} s");

    private static string OneLine(string name)
    {
        var line = string.Concat(name.Select(c => char.IsControl(c) ? ' ' : c));
        return line.Length <= LongestName ? line : $"{line[..LongestName]}…";
    }
}
