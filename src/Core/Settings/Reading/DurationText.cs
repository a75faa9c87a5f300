using System.Globalization;
using System.Text.RegularExpressions;

namespace TestFlock.Core.Settings.Reading;

/// <summary>
/// A duration as <c>[days.]hours:minutes:seconds[.fraction]</c> and nothing else. TimeSpan's own reading takes
/// <c>10</c> for ten days and <c>24:00:00</c> for twenty-four, which nobody means who writes a time-out.
/// </summary>
internal static partial class DurationText
{
    public static bool TryParse(string text, out TimeSpan value)
    {
        value = TimeSpan.Zero;
        var match = Pattern().Match(text);
        if (!match.Success)
            return false;
        value = new TimeSpan(Part("days"), Part("hours"), Part("minutes"), Part("seconds"))
            + TimeSpan.FromTicks(Part("fraction", match.Groups["fraction"].Value.PadRight(7, '0')));
        return true;

        int Part(string name, string? digits = null)
        {
            digits ??= match.Groups[name].Value;
            return digits.Length == 0 ? 0 : int.Parse(digits, CultureInfo.InvariantCulture);
        }
    }

    [GeneratedRegex(
        @"^((?<days>[0-9]{1,5})\.)?(?<hours>[0-9]{1,5}):(?<minutes>[0-5]?[0-9]):(?<seconds>[0-5]?[0-9])"
        + @"(\.(?<fraction>[0-9]{1,7}))?$")]
    private static partial Regex Pattern();
}
