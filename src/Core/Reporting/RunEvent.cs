using TestFlock.Contracts;
using TestFlock.Core.Progress;

namespace TestFlock.Core.Reporting;

/// <summary>
/// All that can happen to a run, as its coordinator sees it; duplicates are dropped before this point.
/// </summary>
public abstract record RunEvent;

/// <summary>The run was accepted and planned.</summary>
public sealed record RunBegan(RunManifest Manifest, IReadOnlyList<TestCase> Cases, DateTimeOffset At) : RunEvent;

/// <summary>A slot has a batch in hand; it may be the same batch again, elsewhere.</summary>
public sealed record BatchTaken(AttemptPlace Place, DateTimeOffset At) : RunEvent
{
    /// <summary>Who had it before and never ended it, being lost or stopped; null: nobody.</summary>
    public AttemptPlace? Before { get; init; }
}

/// <summary>A slot began with a test.</summary>
public sealed record AttemptBegan(AttemptId Attempt, AttemptPlace Place, DateTimeOffset At) : RunEvent;

/// <summary>
/// A result of an attempt that is (or may become) the case's final one; told as soon as that is known.
/// </summary>
public sealed record ResultFinal(AttemptId Attempt, AttemptPlace Place, TestResult Result) : RunEvent;

/// <summary>One try ended, with all its results; every try is told, superseded or not.</summary>
public sealed record AttemptFinished(FinishedAttempt Attempt) : RunEvent;

/// <summary>The case has its final outcome; nothing more will be told of it.</summary>
public sealed record CaseFinished(int Ordinal, Outcome Outcome) : RunEvent;

/// <summary>Files that belong to no single test, such as coverage.</summary>
public sealed record RunFilesArrived(IReadOnlyList<AttachmentSet> Sets, AttemptPlace Place) : RunEvent;

/// <summary>How far the run is and what it waits for; told every few seconds.</summary>
public sealed record ProgressMade(RunProgress Progress, DateTimeOffset At) : RunEvent;

/// <summary>Something the user should read.</summary>
public sealed record NoteMade(NoteLevel Level, string Text) : RunEvent
{
    /// <summary>
    /// Whether something of the run itself went wrong, as when an agent cannot provide for its tests.
    /// </summary>
    public bool IsAccident { get; init; }
}

/// <summary>Every case was told.</summary>
public sealed record RunFinished(bool Cancelled, DateTimeOffset At) : RunEvent;
