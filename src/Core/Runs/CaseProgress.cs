using TestFlock.Contracts;
using TestFlock.Core.Reporting;

namespace TestFlock.Core.Runs;

/// <summary>How far one test case is: its current attempt, what its executions said, and what was told of it.</summary>
internal sealed class CaseProgress(int ordinal, TestCase testCase)
{
    private readonly ToldNames _told = new();
    private readonly List<CaseExecution> _executions = []; // of the current attempt
    private CaseExecution? _execution; // that spoke last
    private List<FinishedAttempt>? _superseded;

    public int Ordinal => ordinal;

    public TestCase Case => testCase;

    /// <summary>The attempt that is awaited now, or was the last.</summary>
    public AttemptId Attempt { get; private set; } = new(ordinal, 1);

    /// <summary>Of the execution that spoke last.</summary>
    public AttemptPlace Place => _execution?.Place ?? AttemptPlace.None;

    /// <summary>Null until the execution that spoke last began with the test.</summary>
    public DateTimeOffset? Began => _execution?.Began;

    /// <summary>
    /// How often the current attempt came to nothing before the test began. Not the test's doing, so it is the same
    /// attempt that is tried again.
    /// </summary>
    public int Accidents { get; set; }

    /// <summary>Whether the current attempt is still to end.</summary>
    public bool IsAwaited => Ended is null;

    /// <summary>The current attempt, once it is over; a further one may follow.</summary>
    public FinishedAttempt? Ended { get; private set; }

    /// <summary>Attempts that a later one has taken the place of, oldest first.</summary>
    public IReadOnlyList<FinishedAttempt> Superseded => _superseded ?? [];

    /// <summary>The worst of what was told.</summary>
    public Outcome Outcome { get; private set; } = Outcome.None;

    /// <summary>The worst of the current attempt.</summary>
    public Outcome AttemptOutcome => Results.Aggregate(Outcome.None, (worst, result) => Worse(worst, result.Outcome));

    public bool HasResults => Results.Count > 0;

    private List<TestResult> Results => _execution?.Results ?? [];

    /// <summary>Whether an event is about the attempt that is awaited now.</summary>
    public bool Awaits(AttemptId attempt) => IsAwaited && attempt == Attempt;

    /// <summary>What is told next belongs to this execution.</summary>
    public void FollowExecution(Guid execution, AttemptPlace place)
    {
        if (_execution?.Id == execution)
            return;
        _execution = _executions.Find(known => known.Id == execution);
        if (_execution is null)
            _executions.Add(_execution = new CaseExecution(execution, place));
    }

    /// <summary>Whether this is the first that is heard of a start.</summary>
    public bool Begin(DateTimeOffset at)
    {
        var first = _executions.TrueForAll(known => known.Began is null) && !_told.Any;
        Current.Begin(at);
        return first;
    }

    public void Add(TestResult result) => Current.Results.Add(result);

    /// <summary>Whether a result is news to the user; then it counts as told.</summary>
    public bool TryTell(TestResult result)
    {
        var name = result.DisplayName ?? testCase.DisplayName;
        if (!_told.TryTell(name, Current.Count(name)))
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
        Results = Results,
    };

    /// <summary>The attempt that ended is not the last.</summary>
    public void BeginAgain()
    {
        (_superseded ??= []).Add(Ended ?? throw new InvalidOperationException($"Attempt {Attempt} has not ended."));
        (Ended, Attempt) = (null, Attempt with { Number = Attempt.Number + 1 });
        _executions.Clear();
        (_execution, Accidents) = (null, 0);
    }

    /// <summary>Whether the user has the case's last word.</summary>
    public bool IsTold { get; private set; }

    /// <summary>The case is told; its results are let go, for a long run must not keep them.</summary>
    public void LetGo()
    {
        _executions.Clear();
        (IsTold, _execution, _superseded) = (true, null, null);
        Ended = Ended is { } ended ? ended with { Results = [] } : null;
    }

    // What nobody executed has an end all the same.
    private CaseExecution Current
    {
        get
        {
            if (_execution is null)
                FollowExecution(Guid.Empty, AttemptPlace.None);
            return _execution!;
        }
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
