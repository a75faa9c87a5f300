using System.Text.RegularExpressions;

namespace TestFlock.Core.Matching;

/// <summary>
/// A version or a plain number: digits, with dots between. What follows a hyphen or plus does not count.
/// </summary>
internal static partial class VersionText
{
    public static bool Is(string text) => Pattern().IsMatch(text);

    /// <summary>
    /// Compares only as far as <paramref name="asked"/> goes: an agent with 10.0.1 has version 10, and is not above it.
    /// </summary>
    public static int Compare(string offered, string asked)
    {
        var offeredParts = PartsOf(offered);
        var askedParts = PartsOf(asked);
        for (var i = 0; i < askedParts.Length; i++)
        {
            var order = CompareNumbers(i < offeredParts.Length ? offeredParts[i] : "0", askedParts[i]);
            if (order != 0)
                return order;
        }

        return 0;
    }

    private static string[] PartsOf(string text) => Pattern().Match(text).Groups["number"].Value.Split('.');

    /// <summary>By digits, since a number of any length may come from outside.</summary>
    private static int CompareNumbers(string left, string right)
    {
        left = left.TrimStart('0');
        right = right.TrimStart('0');
        return left.Length != right.Length
            ? left.Length.CompareTo(right.Length)
            : string.CompareOrdinal(left, right);
    }

    [GeneratedRegex(@"^(?<number>[0-9]+(\.[0-9]+)*)([-+].*)?$")]
    private static partial Regex Pattern();
}
