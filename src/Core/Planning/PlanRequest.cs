using TestFlock.Contracts;
using TestFlock.Core.Matching;
using TestFlock.Core.Settings;

namespace TestFlock.Core.Planning;

/// <summary>What there is to plan.</summary>
public sealed record PlanRequest
{
    public required RunId Run { get; init; }

    /// <summary>In discovery order: the index is the ordinal.</summary>
    public required IReadOnlyList<TestCase> Cases { get; init; }

    public UnitSize Unit { get; init; } = UnitSize.Auto;

    /// <summary>Whether no class is split, whatever <see cref="Unit"/> says: it may have to run again whole.</summary>
    public bool WholeClasses { get; init; }

    /// <summary>What every test of the run needs.</summary>
    public RequirementSet Requires { get; init; } = RequirementSet.None;

    /// <summary>A fresh id for each call.</summary>
    public required Func<BatchId> NewBatchId { get; init; }

    /// <summary>
    /// The content of a file, seekable, disposed by the planner; null when there is no such file. Asked for test
    /// assemblies, and for what lies beside them.
    /// </summary>
    public required Func<string, Stream?> OpenAssembly { get; init; }

    public BatchSizes BatchSizes { get; init; } = BatchSizes.OneUnit;

    /// <summary>How long a test may execute that says nothing of it itself; null: as the run's settings say.</summary>
    public Func<TestCase, TimeSpan?> LearnedTimeout { get; init; } = _ => null;

    /// <summary>How long a test is expected to take; null when nothing is known of it.</summary>
    public Func<TestCase, TimeSpan?> Estimate { get; init; } = _ => null;
}
