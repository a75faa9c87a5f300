using TestFlock.Contracts;

namespace TestFlock.Core.Resuming;

/// <summary>What remains of a run after an earlier one.</summary>
/// <param name="Batches">Still to be run, in publishing order.</param>
/// <param name="Done">By ordinal: what is told of the tests that are not run again.</param>
public sealed record ResumedPlan(IReadOnlyList<Batch> Batches, IReadOnlyDictionary<int, TestResult> Done);
