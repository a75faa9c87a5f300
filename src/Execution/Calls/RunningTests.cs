using TestFlock.Execution.Ledger;

namespace TestFlock.Execution.Calls;

/// <summary>
/// The tests that run now, and how much longer each may. Only time in which this slot listens is counted: while it
/// waits for a broker to take results, an end that was told long ago may wait unread.
/// </summary>
internal sealed class RunningTests(TimeSpan? limit, TimeProvider time)
{
    // Timers have a longest span of their own; whoever wakes up early listens again.
    private static readonly TimeSpan LongestTimer = TimeSpan.FromDays(1);

    private readonly Dictionary<LedgerEntry, TimeSpan> _left = [];

    public void Add(LedgerEntry entry)
    {
        if (LimitOf(entry) is { } allowed)
            _left[entry] = allowed;
    }

    /// <summary>Null: none.</summary>
    public TimeSpan? LimitOf(LedgerEntry entry) => entry.Timeout ?? limit;

    public void Remove(LedgerEntry entry) => _left.Remove(entry);

    /// <summary>Listens until something is heard (true), or a test may be out of time (false).</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public async Task<bool> TryListenAsync(Func<CancellationToken, Task> listen, CancellationToken cancellationToken)
    {
        if (_left.Count == 0)
        {
            await listen(cancellationToken);
            return true;
        }

        var began = time.GetTimestamp();
        var shortest = TimeSpan.FromTicks(Math.Clamp(_left.Values.Min().Ticks, 0, LongestTimer.Ticks));
        using var outOfTime = new CancellationTokenSource(shortest, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, outOfTime.Token);
        try
        {
            await listen(either.Token);
            return true;
        }
        catch (OperationCanceledException) when (outOfTime.IsCancellationRequested
            && !cancellationToken.IsCancellationRequested)
        {
            return false;
        }
        finally
        {
            Spend(time.GetElapsedTime(began));
        }
    }

    /// <summary>Those whose time is over.</summary>
    public IReadOnlyList<LedgerEntry> OutOfTime() => [.. _left.Where(r => r.Value <= TimeSpan.Zero).Select(r => r.Key)];

    private void Spend(TimeSpan spent)
    {
        foreach (var entry in _left.Keys)
            _left[entry] -= spent;
    }
}
