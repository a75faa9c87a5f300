using System.Text.RegularExpressions;

namespace TestFlock.Allure.Results;

/// <summary>What an assertion wanted and what it got, found in its message.</summary>
internal static partial class Comparison
{
    // Longer ones are texts of whole documents: the message has them anyway.
    private const int Longest = 10_000;

    /// <returns>Null when the message does not compare two values.</returns>
    public static (string Expected, string Actual)? Find(string? message)
    {
        if (string.IsNullOrEmpty(message) || message.Length > 10 * Longest)
            return null;
        var match = InLines().Match(message);
        if (!match.Success)
            match = InBrackets().Match(message);
        var (expected, actual) = (match.Groups["expected"].Value.TrimEnd(), match.Groups["actual"].Value.TrimEnd());
        return match.Success && expected.Length is > 0 and < Longest && actual.Length is > 0 and < Longest
            ? (expected, actual)
            : null;
    }

    // "Expected: 1" and "But was: 2" (NUnit), "Actual:   2" (xUnit), "actual: 2" (MSTest), one below the other.
    [GeneratedRegex(
        @"^\s*expected: *(?<expected>[^\r\n]+)\r?\n(?:.*\n)??\s*(?:but was|actual): *(?<actual>[^\r\n]+)",
        RegexOptions.IgnoreCase | RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex InLines();

    // "Expected:<1>. Actual:<2>." (MSTest 3)
    [GeneratedRegex(@"Expected:<(?<expected>.*?)>\. Actual:<(?<actual>.*?)>\.", RegexOptions.Singleline)]
    private static partial Regex InBrackets();
}
