using TestFlock.Contracts;

namespace TestFlock.Core.Runs.TakingBack;

/// <summary>Puts batches of their own in the place of what slots gave back.</summary>
internal sealed class GivenBack(RunBook book)
{
    /// <param name="giver">A batch whose slot was asked.</param>
    /// <param name="returned">What the slot has not begun. What is no more the batch's is left alone.</param>
    /// <returns>To be published; they have nothing more to do with the giver.</returns>
    public IReadOnlyList<Batch> Share(BatchProgress giver, IEnumerable<AttemptId> returned)
    {
        var given = returned.ToHashSet();
        var free = Part(giver.Batch, attempt => given.Contains(attempt.Id) && book.IsOpenIn(giver.Batch, attempt));
        given.IntersectWith(free.SelectMany(unit => unit.Attempts).Select(attempt => attempt.Id));
        var rest = Part(giver.Batch, attempt => !given.Contains(attempt.Id));
        if (rest.Length > 0)
            giver.Keep(WithUnits(giver.Batch, giver.Batch.Id, rest));
        else
            book.Close(giver.Batch.Id);
        return free.Length == 0
            ? []
            : [.. EvenShares.Cut(free, giver.Shares, book.Durations).Select(units => Open(giver.Batch, units))];
    }

    private Batch Open(Batch giver, IReadOnlyList<Unit> units)
    {
        var batch = WithUnits(giver, new BatchId(Guid.NewGuid().ToString("N")), units);
        book.OpenInstead(batch);
        return batch;
    }

    private Batch WithUnits(Batch batch, BatchId id, IReadOnlyList<Unit> units) =>
        batch with { Id = id, Units = units, ExpectedDuration = book.Durations.KnownOf(units) };

    private static Unit[] Part(Batch batch, Func<RequestedAttempt, bool> has) =>
    [
        .. batch.Units.Select(unit => unit with { Attempts = [.. unit.Attempts.Where(has)] })
            .Where(unit => unit.Attempts.Count > 0),
    ];
}
