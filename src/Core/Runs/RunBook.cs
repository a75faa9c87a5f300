using TestFlock.Contracts;

namespace TestFlock.Core.Runs;

/// <summary>What was asked for and how far each of it is: the cases by ordinal, and the batches not yet ended.</summary>
internal sealed class RunBook
{
    private readonly CaseProgress[] _cases;
    private readonly Dictionary<BatchId, BatchProgress> _batches;
    private int _unfinished;

    public RunBook(RunPlan plan)
    {
        _cases = [.. plan.Cases.Select((c, ordinal) => new CaseProgress(ordinal, c))];
        _batches = plan.Batches.ToDictionary(b => b.Id, b => new BatchProgress(b));
        _unfinished = _cases.Length;
    }

    public bool IsComplete => _unfinished == 0;

    public IEnumerable<CaseProgress> Unfinished => _cases.Where(c => !c.IsFinished);

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
        batch.Units.SelectMany(u => u.Attempts).Select(a => _cases[a.Id.Ordinal]).Where(c => !c.IsFinished);

    public void CountFinished() => _unfinished--;

    public void Close(BatchId batch) => _batches.Remove(batch);

    /// <summary>Puts a batch of its own, with what is still unfinished, in the place of one that an agent gave up.</summary>
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
