using System.Text.Json.Serialization;

namespace TestFlock.Contracts;

/// <summary>All that can happen to a batch on an agent.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "is")]
[JsonDerivedType(typeof(BatchBegun), "batch-begun")]
[JsonDerivedType(typeof(AttemptStarted), "started")]
[JsonDerivedType(typeof(ResultArrived), "result")]
[JsonDerivedType(typeof(AttemptEnded), "ended")]
[JsonDerivedType(typeof(AttachmentsArrived), "attachments")]
[JsonDerivedType(typeof(AgentNote), "note")]
[JsonDerivedType(typeof(AttemptsReturned), "returned")]
[JsonDerivedType(typeof(BatchEnded), "batch-ended")]
[JsonDerivedType(typeof(BatchFailed), "batch-failed")]
public abstract record AgentEvent;

/// <summary>A slot took the batch and begins.</summary>
public sealed record BatchBegun : AgentEvent
{
    public required DateTimeOffset At { get; init; }
}

/// <summary>The framework began with the test; its time-out counts from here.</summary>
public sealed record AttemptStarted : AgentEvent
{
    public required AttemptId Attempt { get; init; }

    public required DateTimeOffset At { get; init; }
}

/// <summary>The framework recorded a result; not necessarily the attempt's last.</summary>
public sealed record ResultArrived : AgentEvent
{
    public required AttemptId Attempt { get; init; }

    public required TestResult Result { get; init; }
}

/// <summary>No further result of this attempt will come.</summary>
public sealed record AttemptEnded : AgentEvent
{
    public required AttemptId Attempt { get; init; }

    public required AttemptEnd End { get; init; }

    /// <summary>
    /// For every end but a completed one: what happened, with the exit code, the last output and the cure.
    /// </summary>
    public string? Reason { get; init; }

    public required DateTimeOffset At { get; init; }
}

/// <summary>Files that belong to the test process as a whole, such as coverage.</summary>
public sealed record AttachmentsArrived : AgentEvent
{
    public required IReadOnlyList<AttachmentSet> Sets { get; init; }
}

/// <summary>Something the user should read.</summary>
public sealed record AgentNote : AgentEvent
{
    public required NoteLevel Level { get; init; }

    public required string Text { get; init; }
}

/// <summary>
/// The slot has not begun these attempts of its batch, and will not: whoever asked for them gives them to others. Told
/// only when asked, so that no coordinator hears it that does not know it.
/// </summary>
public sealed record AttemptsReturned : AgentEvent
{
    /// <summary>None when the slot had begun all.</summary>
    public required IReadOnlyList<AttemptId> Attempts { get; init; }
}

/// <summary>Every attempt of the batch has ended, or was given back.</summary>
public sealed record BatchEnded : AgentEvent
{
    public required DateTimeOffset At { get; init; }
}

/// <summary>
/// The agent, not a test, failed: what has not ended is still to be run, elsewhere or again; the coordinator decides
/// and bounds it.
/// </summary>
public sealed record BatchFailed : AgentEvent
{
    /// <summary>What failed, and the cure where there is one.</summary>
    public required string Reason { get; init; }

    /// <summary>Whether every other agent would fail in the same way, such as on a package that is not there.</summary>
    public bool EndsRun { get; init; }

    public required DateTimeOffset At { get; init; }
}
