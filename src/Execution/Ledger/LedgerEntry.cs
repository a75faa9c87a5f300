using TestFlock.Contracts;

namespace TestFlock.Execution.Ledger;

/// <summary>What was asked, and what was heard of it in the current call.</summary>
internal sealed class LedgerEntry(RequestedAttempt attempt)
{
    public AttemptId Id => attempt.Id;

    public TestCase Case => attempt.Case;

    /// <summary>The longest that it may execute; null: as long as any test of the run.</summary>
    public TimeSpan? Timeout => attempt.Timeout;

    /// <inheritdoc cref="RequestedAttempt.IsTimeoutLearned"/>
    public bool IsTimeoutLearned => attempt.IsTimeoutLearned;

    public bool HasStarted { get; private set; }

    /// <summary>The framework is done with the test; results may still follow.</summary>
    public bool HasEnded { get; private set; }

    public int Results { get; private set; }

    /// <summary>A result, or its end, says that something went wrong.</summary>
    public bool HasFailed { get; private set; }

    /// <summary>Its end was told; nothing more is expected.</summary>
    public bool IsSettled { get; private set; }

    public bool IsRunning => HasStarted && !HasEnded && !IsSettled;

    /// <summary>Nothing is missing: a result, and no start without its end.</summary>
    public bool IsReported => Results > 0 && !IsRunning;

    public void Start() => HasStarted = true;

    public void AddResult(Outcome outcome)
    {
        Results++;
        HasFailed |= outcome == Outcome.Failed;
    }

    public void End() => HasEnded = true;

    public void Settle(AttemptEnd end)
    {
        IsSettled = true;
        HasFailed |= end is not (AttemptEnd.Completed or AttemptEnd.Cancelled);
    }

    /// <summary>Another call will run it: what the last one told does not count.</summary>
    public void Forget() => (HasStarted, HasEnded, HasFailed, Results) = (false, false, false, 0);
}
