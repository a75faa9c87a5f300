namespace TestFlock.Core.Planning;

/// <summary>How the test cases of a run fall into units.</summary>
/// <param name="Units">By their first case.</param>
/// <param name="Traits">By ordinal.</param>
/// <param name="Errors">What is wrong with traits.</param>
/// <param name="Notes">What the user should know of how it was decided.</param>
internal sealed record UnitPlan(
    IReadOnlyList<PlannedUnit> Units,
    IReadOnlyList<CaseTraits> Traits,
    IReadOnlyList<string> Errors,
    IReadOnlyList<string> Notes);
