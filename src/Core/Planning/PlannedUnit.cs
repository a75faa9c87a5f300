using TestFlock.Core.Matching;

namespace TestFlock.Core.Planning;

/// <summary>Test cases that are never split.</summary>
/// <param name="Name">What holds them together, for people.</param>
/// <param name="Ordinals">Their places in the run, ascending.</param>
/// <param name="Requires">What any of them asks for beyond the run.</param>
internal sealed record PlannedUnit(string Name, IReadOnlyList<int> Ordinals, RequirementSet Requires);
