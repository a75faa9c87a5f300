using TestFlock.Contracts;

namespace TestFlock.Core.Runs;

/// <summary>
/// What was asked for and how far each of it is: the cases by ordinal, and the batches not yet ended.
/// </summary>
internal sealed class RunBook
{
    private readonly CaseProgress[] _cases;
    private readonly Dictionary<BatchId, BatchProgress> _batches;
    private readonly RunId _run;
    private readonly string[] _requirements; // by ordinal
    private readonly TimeSpan?[] _timeouts; // by ordinal
    private int _unfinished;

    public RunBook(RunPlan plan)
    {
        _run = plan.Manifest.Run;
        _requirements = new string[plan.Cases.Count];
        _timeouts = new TimeSpan?[plan.Cases.Count];
        foreach (var (batch, attempt) in plan.Batches.SelectMany(b => b.Units, (b, u) => (b, u))
            .SelectMany(entry => entry.u.Attempts, (entry, attempt) => (entry.b, attempt)))
        {
            _requirements[attempt.Id.Ordinal] = batch.Requirements;
            _timeouts[attempt.Id.Ordinal] = attempt.Timeout;
        }

        _cases = [.. plan.Cases.Select((c, ordinal) => new CaseProgress(ordinal, c))];
        _batches = plan.Batches.ToDictionary(b => b.Id, b => new BatchProgress(b));
        _unfinished = _cases.Length;
    }

    public bool IsComplete => _unfinished == 0;

    /// <summary>By ordinal.</summary>
    public IReadOnlyList<CaseProgress> Cases => _cases;

    /// <summary>Those whose attempt is under way, or still to come.</summary>
    public IEnumerable<CaseProgress> Unfinished => _cases.Where(c => c.IsAwaited);

    public IReadOnlyCollection<BatchProgress> OpenBatches => _batches.Values;

    /// <summary>Whether any slot is known to work on the run.</summary>
    public bool IsAnyRunning => _batches.Values.Any(b => b.Executions > 0);

    /// <summary>Null when the event is about no case of this run, or about an attempt that is over.</summary>
    public CaseProgress? FindAwaited(AttemptId attempt) =>
        attempt.Ordinal >= 0 && attempt.Ordinal < _cases.Length && _cases[attempt.Ordinal].Awaits(attempt)
            ? _cases[attempt.Ordinal]
            : null;

    public BatchProgress? FindOpen(BatchId batch) => _batches.GetValueOrDefault(batch);

    public IEnumerable<CaseProgress> UnfinishedOf(Batch batch) =>
        batch.Units.SelectMany(u => u.Attempts).Where(a => _cases[a.Id.Ordinal].Awaits(a.Id)).Select(
            a => _cases[a.Id.Ordinal]);

    public void CountFinished() => _unfinished--;

    /// <summary>A batch that the plan did not have, as it is about to be published.</summary>
    public void Open(Batch batch) => _batches.Add(batch.Id, new BatchProgress(batch));

    /// <summary>The current attempts of these cases, which have been in one unit before, in a fresh process.</summary>
    public Batch BatchAgain(IReadOnlyList<CaseProgress> group) => new()
    {
        Run = _run,
        Id = new BatchId(Guid.NewGuid().ToString("N")),
        Requirements = _requirements[group[0].Ordinal],
        Afresh = true,
        Units =
        [
            new Unit
            {
                Name = group.Count == 1
                    ? group[0].Case.DisplayName
                    : $"{group[0].Case.FullyQualifiedName} and its class",
                Attempts = [.. group.Select(c => new RequestedAttempt { Id = c.Attempt, Case = c.Case, Timeout = _timeouts[c.Ordinal] })],
            },
        ],
    };

    public void Close(BatchId batch) => _batches.Remove(batch);

    /// <summary>
    /// Puts a batch of its own, with what is still unfinished, in the place of one that an agent gave up.
    /// </summary>
    /// <returns>Null when everything of it has ended.</returns>
    public BatchProgress? Renew(BatchProgress given, BatchId newId)
    {
        Close(given.Batch.Id);
        var units = given.Batch.Units
            .Select(u => u with { Attempts = [.. u.Attempts.Where(a => _cases[a.Id.Ordinal].Awaits(a.Id))] })
            .Where(u => u.Attempts.Count > 0)
            .ToArray();
        if (units.Length == 0)
            return null;

        var renewed = new BatchProgress(given.Batch with { Id = newId, Units = units }, given.Executions);
        _batches.Add(newId, renewed);
        return renewed;
    }
}
