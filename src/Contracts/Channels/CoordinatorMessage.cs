using System.Text.Json.Serialization;

namespace TestFlock.Contracts;

/// <summary>
/// Coordinator to adapter, one JSON message a line on the coordinator's standard output. After <see cref="RunEnded"/>
/// or
/// <see cref="RunRefused"/> nothing follows; an end of the stream without either means that the coordinator died.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "is")]
[JsonDerivedType(typeof(RunOpened), "opened")]
[JsonDerivedType(typeof(RunRefused), "refused")]
[JsonDerivedType(typeof(TestStarted), "started")]
[JsonDerivedType(typeof(TestReported), "result")]
[JsonDerivedType(typeof(TestEnded), "ended")]
[JsonDerivedType(typeof(RunAttachments), "attachments")]
[JsonDerivedType(typeof(RunNote), "note")]
[JsonDerivedType(typeof(RunEnded), "run-ended")]
public abstract record CoordinatorMessage;

public sealed record RunOpened : CoordinatorMessage, IVersioned
{
    public int Writer { get; init; } = ProtocolVersion.Current;

    public int Protocol { get; init; } = ProtocolVersion.Oldest;

    public required RunId Run { get; init; }

    /// <summary>Where the coordinator writes its log.</summary>
    public required string LogFile { get; init; }
}

/// <summary>Nothing ran; every reason at once, each with the thing, the value and the cure.</summary>
public sealed record RunRefused : CoordinatorMessage
{
    public required IReadOnlyList<string> Errors { get; init; }
}

public sealed record TestStarted : CoordinatorMessage
{
    public required int Ordinal { get; init; }
}

public sealed record TestReported : CoordinatorMessage
{
    public required int Ordinal { get; init; }

    public required TestResult Result { get; init; }

    /// <summary>From 1.</summary>
    public required int Attempt { get; init; }

    public required string Agent { get; init; }

    /// <summary>From 1; 0 when no slot ran it.</summary>
    public required int Slot { get; init; }
}

public sealed record TestEnded : CoordinatorMessage
{
    public required int Ordinal { get; init; }

    public required Outcome Outcome { get; init; }
}

public sealed record RunAttachments : CoordinatorMessage
{
    public required IReadOnlyList<AttachmentSet> Sets { get; init; }
}

public sealed record RunNote : CoordinatorMessage
{
    public required NoteLevel Level { get; init; }

    public required string Text { get; init; }
}

/// <summary>Every test case was reported.</summary>
public sealed record RunEnded : CoordinatorMessage
{
    public required bool Cancelled { get; init; }
}
