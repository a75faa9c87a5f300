using TestFlock.Contracts;
using TestFlock.Core.Reporting;

namespace TestFlock.Core.Runs;

/// <summary>How far one test case is: its current attempt, whose execution counts, and what was told of it.</summary>
internal sealed class CaseProgress(int ordinal, TestCase testCase)
{
    private readonly ToldNames _told = new();
    private Guid _execution;
    private List<TestResult> _results = [];

    public int Ordinal => ordinal;

    public TestCase Case => testCase;

    /// <summary>The attempt that is awaited now.</summary>
    public AttemptId Attempt { get; } = new(ordinal, 1);

    public AttemptPlace Place { get; private set; } = AttemptPlace.None;

    /// <summary>Null until the current attempt began.</summary>
    public DateTimeOffset? Began { get; private set; }

    public bool IsFinished { get; private set; }

    /// <summary>The worst of what was told.</summary>
    public Outcome Outcome { get; private set; } = Outcome.None;

    public bool HasResults => _results.Count > 0;

    /// <summary>Whether an event is about the attempt that is awaited now.</summary>
    public bool Awaits(AttemptId attempt) => !IsFinished && attempt == Attempt;

    /// <summary>Takes the event's execution for the living one; a different one before is dead, and what it had is void.</summary>
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

    /// <summary>Whether the result is news to the user.</summary>
    public bool Add(TestResult result)
    {
        _results.Add(result);
        if (!_told.TryTell(result.DisplayName ?? testCase.DisplayName))
            return false;
        Outcome = Worse(Outcome, result.Outcome);
        return true;
    }

    /// <summary>The current attempt's record; its results are let go here, for a long run must not keep them.</summary>
    public FinishedAttempt Finish(AttemptEnd end, string? reason, DateTimeOffset at)
    {
        IsFinished = true;
        var finished = new FinishedAttempt
        {
            Id = Attempt,
            Place = Place,
            End = end,
            Reason = reason,
            Began = Began,
            Ended = at,
            Results = _results,
        };
        _results = [];
        return finished;
    }

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
