using TestFlock.Contracts;

namespace TestFlock.Packages.Running;

/// <summary>The packages of one batch, kept while it runs, and the way from the caller's places to theirs.</summary>
internal sealed class PackagesInUse : IDisposable
{
    private readonly List<Relocation> _relocations = [];
    private readonly List<Action> _leave = [];

    public void Add(Relocation relocation, Action leave)
    {
        _relocations.Add(relocation);
        _leave.Add(leave);
    }

    /// <summary>The same batch, with every test where its package is.</summary>
    public Batch Move(Batch batch) => _relocations.Count == 0
        ? batch
        : batch with { Units = [.. batch.Units.Select(u => u with { Attempts = [.. u.Attempts.Select(Move)] })] };

    public void Dispose()
    {
        foreach (var leave in _leave)
            leave();
        _leave.Clear();
    }

    private RequestedAttempt Move(RequestedAttempt attempt) =>
        attempt with { Case = _relocations.Aggregate(attempt.Case, MovedCase.Of) };
}
