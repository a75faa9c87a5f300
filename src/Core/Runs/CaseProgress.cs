using TestFlock.Contracts;
using TestFlock.Core.Reporting;

namespace TestFlock.Core.Runs;

/// <summary>How far one test case is: its current attempt, whose execution counts, and what was told of it.</summary>
internal sealed class CaseProgress(int ordinal, TestCase testCase)
{
    private readonly ToldNames _told = new();
    private Guid _execution;
    private List<TestResult> _results = [];
    private List<FinishedAttempt>? _superseded;

    public int Ordinal => ordinal;

    public TestCase Case => testCase;

    /// <summary>The attempt that is awaited now, or was the last.</summary>
    public AttemptId Attempt { get; private set; } = new(ordinal, 1);

    public AttemptPlace Place { get; private set; } = AttemptPlace.None;

    /// <summary>Null until the current attempt began.</summary>
    public DateTimeOffset? Began { get; private set; }

    /// <summary>Whether the current attempt is still to end.</summary>
    public bool IsAwaited => Ended is null;

    /// <summary>The current attempt, once it is over; a further one may follow.</summary>
    public FinishedAttempt? Ended { get; private set; }

    /// <summary>Attempts that a later one has taken the place of, oldest first.</summary>
    public IReadOnlyList<FinishedAttempt> Superseded => _superseded ?? [];

    /// <summary>The worst of what was told.</summary>
    public Outcome Outcome { get; private set; } = Outcome.None;

    /// <summary>The worst of the current attempt.</summary>
    public Outcome AttemptOutcome => _results.Aggregate(Outcome.None, (worst, result) => Worse(worst, result.Outcome));

    public bool HasResults => _results.Count > 0;

    /// <summary>Whether an event is about the attempt that is awaited now.</summary>
    public bool Awaits(AttemptId attempt) => IsAwaited && attempt == Attempt;

    /// <summary>
    /// Takes the event's execution for the living one; a different one before is dead, and what it had is void.
    /// </summary>
    public void FollowExecution(Guid execution, AttemptPlace place)
    {
        if (_execution == execution)
            return;
        if (_execution != Guid.Empty)
            _told.BeginAgain();
        (_execution, Place, Began, _results) = (execution, place, null, []);
    }

    /// <summary>Whether this is the first that is heard of a start.</summary>
    public bool Begin(DateTimeOffset at)
    {
        var first = Began is null && !_told.Any;
        Began ??= at;
        return first;
    }

    public void Add(TestResult result) => _results.Add(result);

    /// <summary>Whether a result is news to the user; then it counts as told.</summary>
    public bool TryTell(TestResult result)
    {
        if (!_told.TryTell(result.DisplayName ?? testCase.DisplayName))
            return false;
        Outcome = Worse(Outcome, result.Outcome);
        return true;
    }

    /// <summary>The current attempt's record.</summary>
    public FinishedAttempt End(AttemptEnd end, string? reason, DateTimeOffset at) => Ended = new FinishedAttempt
    {
        Id = Attempt,
        Place = Place,
        End = end,
        Reason = reason,
        Began = Began,
        Ended = at,
        Results = _results,
    };

    /// <summary>The attempt that ended is not the last.</summary>
    public void BeginAgain()
    {
        (_superseded ??= []).Add(Ended ?? throw new InvalidOperationException($"Attempt {Attempt} has not ended."));
        (Ended, Attempt) = (null, Attempt with { Number = Attempt.Number + 1 });
        (_execution, Place, Began, _results) = (Guid.Empty, AttemptPlace.None, null, []);
    }

    /// <summary>Whether the user has the case's last word.</summary>
    public bool IsTold { get; private set; }

    /// <summary>The case is told; its results are let go, for a long run must not keep them.</summary>
    public void LetGo() =>
        (IsTold, _results, _superseded, Ended) = (
            true, [], null, Ended is { } ended ? ended with { Results = [] } : null);

    private static Outcome Worse(Outcome one, Outcome other) => Rank(one) >= Rank(other) ? one : other;

    private static int Rank(Outcome outcome) => outcome switch
    {
        Outcome.Failed => 4,
        Outcome.NotFound => 3,
        Outcome.Passed => 2,
        Outcome.Skipped => 1,
        _ => 0,
    };
}
