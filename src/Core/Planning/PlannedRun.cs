using TestFlock.Contracts;

namespace TestFlock.Core.Planning;

/// <summary>What came of planning.</summary>
public sealed record PlannedRun
{
    /// <summary>In publishing order, longest first; every case is in exactly one of them, as attempt 1.</summary>
    public required IReadOnlyList<Batch> Batches { get; init; }

    /// <summary>By ordinal; tests of which no trait says how often they are tried again are not in it.</summary>
    public required IReadOnlyDictionary<int, CaseRetry> Retries { get; init; }

    /// <summary>Traits that cannot be followed; with any of them the run must not begin.</summary>
    public required IReadOnlyList<string> Errors { get; init; }

    /// <summary>What the user should know of how it was decided.</summary>
    public required IReadOnlyList<string> Notes { get; init; }
}
