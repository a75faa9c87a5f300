using TestFlock.Contracts;
using TestFlock.Core.Settings;

namespace TestFlock.Core.Runs.Retries;

/// <summary>Which failures are worth another attempt, by what the user said of them.</summary>
internal sealed class RetryRules(IReadOnlyList<RetryRule> only, IReadOnlyList<RetryRule> never)
{
    /// <param name="test">What failed.</param>
    /// <param name="results">Of the failed attempt.</param>
    public bool Allow(TestCase test, IEnumerable<TestResult> results)
    {
        var failures = results.Where(result => result.Outcome == Outcome.Failed).ToArray();
        return failures.All(failure => (only.Count == 0 || only.Any(rule => Matches(rule, test, failure)))
            && !never.Any(rule => Matches(rule, test, failure)));
    }

    private static bool Matches(RetryRule rule, TestCase test, TestResult failure) =>
        (rule.Message is null || rule.Message.IsMatch(failure.ErrorMessage ?? ""))
        && (rule.Exception is null || Names(failure.ErrorMessage ?? "", rule.Exception))
        && (rule.Trait is null || test.Traits.Any(trait => Matches(rule.Trait, trait)));

    private static bool Matches(TraitPattern pattern, Trait trait) =>
        trait.Name.Equals(pattern.Name, StringComparison.OrdinalIgnoreCase)
        && (pattern.Value is null || trait.Value.Equals(pattern.Value, StringComparison.OrdinalIgnoreCase));

    /// <summary>
    /// All frameworks write "Name.Space.Type : message", with or without the blank, the type alone if it has no
    /// namespace.
    /// </summary>
    private static bool Names(string message, string exception)
    {
        for (var at = message.IndexOf(exception, StringComparison.Ordinal); at >= 0;
            at = message.IndexOf(exception, at + 1, StringComparison.Ordinal))
        {
            var isWhole = at == 0 || !IsOfName(message[at - 1]);
            if (isWhole && message.AsSpan(at + exception.Length).TrimStart(' ') is [':', ..])
                return true;
        }

        return false;
    }

    private static bool IsOfName(char c) => char.IsLetterOrDigit(c) || c is '_' or '+';
}
