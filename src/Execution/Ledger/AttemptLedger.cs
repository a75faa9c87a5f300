using TestFlock.Contracts;

namespace TestFlock.Execution.Ledger;

/// <summary>
/// Asked against reported, for one unit. A test case's id does not identify it: equal rows share one, and one case
/// can give several results; so what is heard is counted against the entries of its id, in order.
/// </summary>
internal sealed class AttemptLedger
{
    private readonly ILookup<Guid, LedgerEntry> _byCase;

    public AttemptLedger(IEnumerable<RequestedAttempt> asked)
    {
        Entries = [.. asked.Select(a => new LedgerEntry(a))];
        _byCase = Entries.ToLookup(e => e.Case.Id);
    }

    public IReadOnlyList<LedgerEntry> Entries { get; }

    public IEnumerable<LedgerEntry> Unsettled => Entries.Where(e => !e.IsSettled);

    /// <summary>The entry that began; null when it was not asked for, or was told before.</summary>
    public LedgerEntry? Start(Guid caseId)
    {
        var entry = Of(caseId).FirstOrDefault(e => !e.HasStarted && e.Results == 0);
        entry?.Start();
        return entry;
    }

    /// <summary>The entry that the result belongs to; null when it was not asked for.</summary>
    public LedgerEntry? AddResult(Guid caseId, string? displayName, Outcome outcome = Outcome.Passed)
    {
        var candidates = Of(caseId).ToArray();
        var entry = candidates.Length < 2 ? candidates.FirstOrDefault() : MostLikely(candidates, displayName);
        entry?.AddResult(outcome);
        return entry;
    }

    /// <summary>The entry that ended; null when none of the id runs.</summary>
    public LedgerEntry? End(Guid caseId)
    {
        var entry = Of(caseId).FirstOrDefault(e => e.IsRunning);
        entry?.End();
        return entry;
    }

    private IEnumerable<LedgerEntry> Of(Guid caseId) => _byCase[caseId].Where(e => !e.IsSettled);

    // Equal ids, but perhaps not equal names. Each gets one before any gets a second.
    private static LedgerEntry MostLikely(LedgerEntry[] candidates, string? displayName) =>
        candidates
            .OrderBy(e => e.Results)
            .ThenBy(e => e.Case.DisplayName != displayName)
            .ThenBy(e => !e.HasStarted)
            .First();
}
