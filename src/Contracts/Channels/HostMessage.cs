using System.Text.Json.Serialization;

namespace TestFlock.Contracts;

/// <summary>
/// Test process to slot, one JSON message a line. Several parts of one test process write, each on a connection of its
/// own that opens with <see cref="HostHello"/>: the adapter in the test host tells what the tests do, the logger in the
/// test platform's own process tells what becomes of the test host. A warm host tells everything.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "is")]
[JsonDerivedType(typeof(HostHello), "hello")]
[JsonDerivedType(typeof(HostTestStarted), "started")]
[JsonDerivedType(typeof(HostTestResult), "result")]
[JsonDerivedType(typeof(HostTestEnded), "ended")]
[JsonDerivedType(typeof(HostAttachments), "attachments")]
[JsonDerivedType(typeof(HostNote), "note")]
[JsonDerivedType(typeof(HostWatched), "watched")]
[JsonDerivedType(typeof(HostExited), "exited")]
[JsonDerivedType(typeof(HostFinished), "finished")]
public abstract record HostMessage;

public sealed record HostHello : HostMessage, IVersioned
{
    public int Writer { get; init; } = ProtocolVersion.Current;

    public int Protocol { get; init; } = ProtocolVersion.Oldest;

    public required HostPart Part { get; init; }

    public required int ProcessId { get; init; }
}

public sealed record HostTestStarted : HostMessage
{
    /// <summary>VSTest's id; which attempt it is, the slot works out.</summary>
    public required Guid CaseId { get; init; }

    public required DateTimeOffset At { get; init; }
}

public sealed record HostTestResult : HostMessage
{
    public required Guid CaseId { get; init; }

    public required string FullyQualifiedName { get; init; }

    public required TestResult Result { get; init; }
}

public sealed record HostTestEnded : HostMessage
{
    public required Guid CaseId { get; init; }

    public required Outcome Outcome { get; init; }
}

public sealed record HostAttachments : HostMessage
{
    public required IReadOnlyList<AttachmentSet> Sets { get; init; }
}

public sealed record HostNote : HostMessage
{
    public required NoteLevel Level { get; init; }

    public required string Text { get; init; }
}

/// <summary>From here on, the exit of a test host that the slot asked to watch will be told.</summary>
public sealed record HostWatched : HostMessage
{
    public required int ProcessId { get; init; }
}

/// <summary>A test host that the slot asked to watch is gone.</summary>
public sealed record HostExited : HostMessage
{
    public required int ProcessId { get; init; }

    /// <summary>
    /// As the operating system tells it (128 + the signal's number after a signal on Unix); null when it could not be
    /// read.
    /// </summary>
    public required int? ExitCode { get; init; }
}

/// <summary>The part has told all it will tell about this selection.</summary>
public sealed record HostFinished : HostMessage
{
    public bool Aborted { get; init; }

    public string? Error { get; init; }
}
