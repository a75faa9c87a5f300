using System.Globalization;

namespace TestFlock.Core.History;

/// <summary>One test as stores write it: <c>key yyyymmdd microseconds…</c>, oldest duration first.</summary>
public static class DurationLine
{
    private const string Day = "yyyyMMdd";

    // Far beyond any test, and far from where sums overflow.
    private static readonly long Longest = (long)TimeSpan.FromDays(365).TotalMicroseconds;

    public static string Write(TestKey key, RecentDurations recent) => string.Create(
        CultureInfo.InvariantCulture,
        $"{key} {recent.LastRun.ToString(Day, CultureInfo.InvariantCulture)} "
        + $"{string.Join(' ', recent.Durations.Select(d => (long)d.TotalMicroseconds))}");

    /// <summary>False for what is no such line: a file that was cut, or written by something else.</summary>
    public static bool TryRead(string line, out TestKey key, out RecentDurations recent)
    {
        (key, recent) = (default, null!);
        var parts = line.Split(' ');
        if (parts.Length < 3 || parts.Length > 2 + RecentDurations.Kept || !TestKey.TryParse(parts[0], out key)
            || !DateOnly.TryParseExact(parts[1], Day, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return false;
        }

        var durations = new TimeSpan[parts.Length - 2];
        for (var i = 0; i < durations.Length; i++)
        {
            if (!long.TryParse(parts[i + 2], NumberStyles.None, CultureInfo.InvariantCulture, out var microseconds)
                || microseconds > Longest)
            {
                return false;
            }

            durations[i] = TimeSpan.FromMicroseconds(microseconds);
        }

        recent = new RecentDurations(durations, day);
        return true;
    }
}
