using System.Diagnostics.CodeAnalysis;
using TestFlock.Contracts;

namespace TestFlock.Execution.Calls;

/// <summary>
/// What no call has begun of a batch: taken call by call by the slot that runs it, or all at once to be given back. On
/// any thread.
/// </summary>
/// <param name="smallest">In the order in which they are to run.</param>
internal sealed class UnbegunPortions(IEnumerable<CallPortion> smallest)
{
    private readonly Lock _gate = new();
    private readonly Queue<CallPortion> _left = new(smallest); // guarded by _gate

    /// <summary>Takes the next portion, with those behind it that may share its call.</summary>
    /// <param name="tests">
    /// So many tests at most, but for what cannot be smaller: one portion is taken in any case.
    /// </param>
    /// <param name="portion">Null when all has begun, or was given back.</param>
    public bool TryTake(int tests, [NotNullWhen(true)] out CallPortion? portion)
    {
        lock (_gate)
        {
            if (!_left.TryDequeue(out portion))
                return false;
            var units = portion.Units.ToList();
            var taken = portion.Tests;
            while (_left.TryPeek(out var next) && next.MayJoin(portion) && taken + next.Tests <= tests)
            {
                units.AddRange(_left.Dequeue().Units);
                taken += next.Tests;
            }

            portion = portion with { Units = units };
            return true;
        }
    }

    /// <summary>Nothing of it runs here from now on.</summary>
    public IReadOnlyList<AttemptId> TakeAll()
    {
        lock (_gate)
        {
            AttemptId[] all =
                [.. _left.SelectMany(portion => portion.Units).SelectMany(unit => unit.Attempts).Select(a => a.Id)];
            _left.Clear();
            return all;
        }
    }
}
