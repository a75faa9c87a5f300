using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using TestFlock.Core.Settings;

namespace TestFlock.Core.Planning;

/// <summary>What a test says of its retries by a trait, in place of the run's settings.</summary>
/// <param name="Scope">What runs again.</param>
/// <param name="Max">Attempts after the first, 0 to 100.</param>
public sealed record CaseRetry(RetryScope Scope, int Max)
{
    private const int Most = 100;

    /// <param name="text">A number of attempts, with or without <c>test:</c> or <c>class:</c> before it.</param>
    /// <param name="retry">Null when it cannot be read.</param>
    internal static bool TryParse(string text, [NotNullWhen(true)] out CaseRetry? retry)
    {
        var parts = text.Split(':', 2, StringSplitOptions.TrimEntries);
        RetryScope? scope = parts is [var name, _] ? Scopes.GetValueOrDefault(name) : RetryScope.Test;
        retry = scope is { } known
            && int.TryParse(parts[^1], NumberStyles.None, CultureInfo.InvariantCulture, out var max) && max <= Most
            ? new CaseRetry(known, max)
            : null;
        return retry is not null;
    }

    private static readonly Dictionary<string, RetryScope?> Scopes = new(StringComparer.OrdinalIgnoreCase)
    {
        ["test"] = RetryScope.Test,
        ["class"] = RetryScope.Class,
    };
}
