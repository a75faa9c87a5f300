using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;

namespace TestFlock.Core.Settings.Reading;

/// <summary>The kinds of value that only <c>&lt;Retry&gt;</c> has.</summary>
internal static class RetryKinds
{
    private const int MostTests = 1_000_000;

    public static ValueKind<RetryBudget> Budget { get; } = new(
        $"a whole number from 1 to {MostTests}, or a share of the run such as 0.05", ReadBudget);

    /// <summary>One that cannot take exponential time, since it reads what tests say.</summary>
    public static ValueKind<Regex> Expression { get; } = new(
        "a regular expression without look-around and back-references", ReadExpression);

    public static ValueKind<TraitPattern> Trait { get; } = new(
        "a trait such as Category=Slow, or its name alone", ReadTrait);

    private static bool ReadBudget(string text, [NotNullWhen(true)] out RetryBudget? value, out string? problem)
    {
        (value, problem) = (null, null);
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var tests)
            && tests is >= 1 and <= MostTests)
            value = RetryBudget.OfTests(tests);
        else if (double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var share)
            && share is > 0 and < 1)
            value = RetryBudget.OfShare(share);
        return value is not null;
    }

    private static bool ReadExpression(string text, [NotNullWhen(true)] out Regex? value, out string? problem)
    {
        try
        {
            value = text.Length == 0
                ? null
                : new Regex(text, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
            problem = null;
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            (value, problem) = (null, e.Message);
        }

        return value is not null;
    }

    private static bool ReadTrait(string text, [NotNullWhen(true)] out TraitPattern? value, out string? problem)
    {
        var parts = text.Split('=', 2);
        var name = parts[0].Trim();
        value = name.Length == 0 ? null : new TraitPattern(name, parts.Length == 2 ? parts[1].Trim() : null);
        problem = null;
        return value is not null;
    }
}
