using TestFlock.Contracts;
using TestFlock.Core.Reporting;

namespace TestFlock.Core.Runs.Retries;

/// <summary>
/// Errors that a framework tells of itself, apart from any result. The test platform fails a run for the first of them,
/// and xUnit tells one for each failed test: where that failure is tried again, or is in quarantine, it must not. So
/// they wait until their batch is over, and then are errors still, or no more than warnings.
/// </summary>
/// <remarks>
/// Which test an error is about is told by its text alone: xUnit writes the display name. An error that names no such
/// test, as of a clean-up, stays one.
/// </remarks>
internal sealed class HeldErrors(RunBook book, RunPlan plan)
{
    private readonly Dictionary<BatchId, HeldOfBatch> _held = [];

    /// <summary>Whether the note is not to be told yet.</summary>
    public bool TryHold(BatchId id, AgentNote note, FurtherAttempts further)
    {
        if (note.Level != NoteLevel.Error || book.FindOpen(id) is not { } open
            || !TestsOf(open.Batch).Any(test => further.MayFollow(test) || plan.Quarantine.Has(test.Case)))
            return false;
        if (!_held.TryGetValue(id, out var held))
            _held.Add(id, held = new(open.Batch, []));
        held.Notes.Add(note);
        return true;
    }

    /// <param name="batch">Nothing more is heard of it.</param>
    public IEnumerable<NoteMade> Release(Batch batch) => _held.Remove(batch.Id, out var held) ? Judge(held) : [];

    /// <summary>
    /// What batches left whose end was not awaited: all is told of a run's tests before the last agent says that it has
    /// done with its batch.
    /// </summary>
    public IEnumerable<NoteMade> ReleaseAll()
    {
        var held = _held.Values.ToArray();
        _held.Clear();
        return held.SelectMany(Judge);
    }

    private IEnumerable<NoteMade> Judge(HeldOfBatch held)
    {
        var excused = held.Batch.Units.SelectMany(unit => unit.Attempts)
            .Where(IsExcused)
            .Select(attempt => attempt.Case.DisplayName)
            .Where(name => name.Length > 0)
            .ToArray();
        return held.Notes.Select(note => new NoteMade(
            Array.Exists(excused, name => note.Text.Contains(name, StringComparison.Ordinal))
                ? NoteLevel.Warning
                : NoteLevel.Error,
            note.Text));
    }

    private IEnumerable<CaseProgress> TestsOf(Batch batch) =>
        batch.Units.SelectMany(unit => unit.Attempts).Select(attempt => book.Cases[attempt.Id.Ordinal]);

    private bool IsExcused(RequestedAttempt attempt)
    {
        var test = book.Cases[attempt.Id.Ordinal];
        return test.Attempt.Number > attempt.Id.Number
            || (test.Outcome == Outcome.Skipped && plan.Quarantine.Has(test.Case));
    }

    private sealed record HeldOfBatch(Batch Batch, List<AgentNote> Notes);
}
