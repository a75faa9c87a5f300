using System.Text.RegularExpressions;

namespace TestFlock.Core.Settings;

/// <summary>A kind of failure; all that it names must be met.</summary>
public sealed record RetryRule
{
    /// <summary>Searched in the failure's message; null: any message.</summary>
    public Regex? Message { get; init; }

    /// <summary>
    /// The exception's type, with or without its namespace, as the failure's message names it; null: any failure.
    /// </summary>
    public string? Exception { get; init; }

    /// <summary>A trait of the test; null: any test.</summary>
    public TraitPattern? Trait { get; init; }
}
