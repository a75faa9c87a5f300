using System.Globalization;
using TestFlock.Contracts;

namespace TestFlock.Execution.Slots;

/// <summary>What people read that a slot runs.</summary>
internal static class WorkText
{
    // A name may be 4 kB long, and hold line ends.
    private const int LongestName = 180;

    public static string Of(Batch batch)
    {
        var name = batch.Units[0].Name;
        var line = string.Concat(name.Take(LongestName).Select(c => char.IsControl(c) ? ' ' : c));
        var shown = name.Length > LongestName ? $"{line}…" : line;
        return batch.Units.Count == 1
            ? shown
            : string.Create(CultureInfo.InvariantCulture, $"{shown} (+{batch.Units.Count - 1})");
    }
}
