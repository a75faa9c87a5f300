using TestFlock.Core.Matching;

namespace TestFlock.Core.Planning;

/// <summary>What the traits of one test case say.</summary>
/// <param name="Group">Null when it is in none.</param>
/// <param name="Requires">What it asks for beyond the run.</param>
internal sealed record CaseTraits(string? Group, RequirementSet Requires)
{
    public static CaseTraits None { get; } = new(null, RequirementSet.None);
}
