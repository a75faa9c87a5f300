using TestFlock.Contracts;

namespace TestFlock.Core.Runs;

/// <summary>
/// The attempts that have left the batch in which they were published, and the one that has them now: what another
/// batch's end says is no word on them.
/// </summary>
internal sealed class MovedAttempts
{
    private readonly Dictionary<int, BatchId> _owners = []; // by ordinal

    /// <summary>A new attempt is in the batch that is published for it.</summary>
    public void Forget(int ordinal) => _owners.Remove(ordinal);

    public void Move(int ordinal, BatchId to) => _owners[ordinal] = to;

    /// <summary>Another batch takes the place of the one that had these units.</summary>
    public void Follow(IEnumerable<Unit> units, BatchId to)
    {
        foreach (var attempt in units.SelectMany(u => u.Attempts).Where(a => _owners.ContainsKey(a.Id.Ordinal)))
            _owners[attempt.Id.Ordinal] = to;
    }

    /// <summary>Whether no other batch has the attempt, of a batch in which it was published.</summary>
    public bool IsIn(BatchId batch, int ordinal) =>
        !_owners.TryGetValue(ordinal, out var owner) || owner == batch;
}
