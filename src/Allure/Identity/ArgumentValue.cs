using System.Globalization;
using System.Text.RegularExpressions;

namespace TestFlock.Allure.Identity;

/// <summary>
/// From an argument as a framework shows it to the JSON that Allure's own adapters write for the same value. What a
/// framework cuts off or calls by its type alone stays as it is shown.
/// </summary>
internal static partial class ArgumentValue
{
    /// <param name="shown">Such as <c>2.20m</c>, <c>"a"</c> or <c>True</c>.</param>
    /// <param name="type">Full name of the parameter's type; null when that is not known.</param>
    public static string ToJson(string shown, string? type) => shown switch
    {
        "True" or "true" => "true",
        "False" or "false" => "false",
        "null" => "null",
        ['\'', _, '\''] => HistoryText.Quoted(shown[1..^1]),
        _ when type is "System.String" && shown is not ['"', .., '"'] => HistoryText.Quoted(shown),
        _ when Number().Match(shown) is { Success: true } number => OfNumber(number.Groups[1].Value, shown, type),
        _ => shown,
    };

    // A floating number always has a fraction there; a decimal keeps the one it has.
    private static string OfNumber(string digits, string shown, string? type)
    {
        var isFloating = type is "System.Double" or "System.Single" || shown[^1] is 'd' or 'D' or 'f' or 'F';
        return isFloating && !digits.Contains('.') && !digits.Contains('E', StringComparison.OrdinalIgnoreCase)
            ? string.Create(CultureInfo.InvariantCulture, $"{digits}.0")
            : digits;
    }

    [GeneratedRegex(@"^(-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)[dDfFmMlLuU]{0,2}$")]
    private static partial Regex Number();
}
