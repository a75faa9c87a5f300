using System.Globalization;
using TestFlock.Contracts;
using TestFlock.Core.History;
using TestFlock.Core.Resuming;

namespace TestFlock.Local.Resuming;

/// <summary>
/// One test in a run's journal: key, outcome, microseconds it took, when it was told (Unix milliseconds).
/// </summary>
internal static class JournalLine
{
    private const long LongestMicroseconds = TimeSpan.TicksPerDay;

    public static string Write(TestKey key, EarlierOutcome test) => string.Create(
        CultureInfo.InvariantCulture,
        $"{key} {test.Outcome} {(long)test.Duration.TotalMicroseconds} {test.EndedAt.ToUnixTimeMilliseconds()}");

    /// <summary>False for what is no such line, such as one that was cut off with its run.</summary>
    public static bool TryRead(string line, out TestKey key, out EarlierOutcome test)
    {
        (key, test) = (default, null!);
        if (line.Split(' ') is not [var keyText, var outcomeText, var took, var told]
            || !TestKey.TryParse(keyText, out key)
            || !Enum.TryParse<Outcome>(outcomeText, out var outcome)
            || !long.TryParse(took, NumberStyles.None, CultureInfo.InvariantCulture, out var microseconds)
            || !long.TryParse(told, NumberStyles.None, CultureInfo.InvariantCulture, out var at)
            || at > DateTimeOffset.MaxValue.ToUnixTimeMilliseconds())
            return false;
        test = new EarlierOutcome(
            outcome,
            TimeSpan.FromMicroseconds(Math.Min(microseconds, LongestMicroseconds)),
            DateTimeOffset.FromUnixTimeMilliseconds(at));
        return true;
    }
}
