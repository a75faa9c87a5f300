using TestFlock.Contracts;
using TestFlock.Core.Reporting;

namespace TestFlock.Core.Runs.TakingBack;

/// <summary>How long tests take: by history, else as those that this run has done, on average.</summary>
/// <param name="known">By ordinal, what history says; shorter, or null, where it says nothing.</param>
internal sealed class CaseDurations(IReadOnlyList<TimeSpan?> known)
{
    private TimeSpan _sum;
    private int _tests;

    public void Learn(FinishedAttempt attempt)
    {
        if (attempt.End != AttemptEnd.Completed)
            return;
        _tests++;
        foreach (var result in attempt.Results)
            _sum += result.Duration;
    }

    /// <summary>Zero while nothing is known of any test.</summary>
    public TimeSpan Of(IEnumerable<RequestedAttempt> attempts)
    {
        var mean = _tests > 0 ? _sum / _tests : TimeSpan.Zero;
        var sum = TimeSpan.Zero;
        foreach (var attempt in attempts)
            sum += ByHistory(attempt) ?? mean;
        return sum;
    }

    /// <summary>What history says of all of them; zero when it does not know one.</summary>
    public TimeSpan KnownOf(IEnumerable<Unit> units)
    {
        var sum = TimeSpan.Zero;
        foreach (var attempt in units.SelectMany(unit => unit.Attempts))
        {
            if (ByHistory(attempt) is not { } expected)
                return TimeSpan.Zero;
            sum += expected;
        }

        return sum;
    }

    private TimeSpan? ByHistory(RequestedAttempt attempt) => known.ElementAtOrDefault(attempt.Id.Ordinal);
}
