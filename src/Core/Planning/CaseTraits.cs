using TestFlock.Core.Matching;

namespace TestFlock.Core.Planning;

/// <summary>What the traits of one test case say.</summary>
internal sealed record CaseTraits
{
    public static CaseTraits None { get; } = new();

    /// <summary>Null when it is in none.</summary>
    public string? Group { get; init; }

    /// <summary>What it asks for beyond the run.</summary>
    public RequirementSet Requires { get; init; } = RequirementSet.None;

    /// <summary>Null when the run's settings hold.</summary>
    public CaseRetry? Retry { get; init; }

    /// <summary>Whether nothing more of its class runs after a failed test.</summary>
    public bool IsIncremental { get; init; }

    /// <summary>The longest that it may execute; null when the run's settings hold.</summary>
    public TimeSpan? Timeout { get; init; }
}
