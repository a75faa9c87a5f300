using System.Text.Json.Serialization;

namespace TestFlock.Contracts;

/// <summary>
/// Slot to test process, one JSON message a line: <see cref="SlotWelcome"/> answers each <see cref="HostHello"/>, and
/// the part waits for it, so that nothing happens in a test host before its exit is watched for. The end of the
/// stream means that the slot is gone, and with it every reason for the test process to live on.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "is")]
[JsonDerivedType(typeof(SlotWelcome), "welcome")]
[JsonDerivedType(typeof(WatchProcess), "watch")]
[JsonDerivedType(typeof(RunSelection), "run")]
[JsonDerivedType(typeof(StopSelection), "stop")]
[JsonDerivedType(typeof(EndHost), "end")]
public abstract record SlotMessage;

public sealed record SlotWelcome : SlotMessage, IVersioned
{
    public int Writer { get; init; } = ProtocolVersion.Current;

    public int Protocol { get; init; } = ProtocolVersion.Oldest;

    /// <summary>
    /// For a warm host: the run settings of all that it runs. One that the platform has started was told by that. Null
    /// for other parts.
    /// </summary>
    public string? SettingsXml { get; init; }
}

/// <summary>For the logger, whose process is the parent of the test host: tell how it exits.</summary>
public sealed record WatchProcess : SlotMessage
{
    public required int ProcessId { get; init; }
}

/// <summary>To a warm host: exactly these test cases, in this order where the framework allows it.</summary>
public sealed record RunSelection : SlotMessage
{
    /// <summary>The variable of a test process that holds its trace, as OpenTelemetry's conventions name it.</summary>
    public const string TraceVariable = "TRACEPARENT";

    public required IReadOnlyList<TestCase> Cases { get; init; }

    /// <summary>One test at a time, whatever the framework would run side by side: the slot counts as one.</summary>
    public bool InTurn { get; init; }

    /// <summary>Nothing more runs after a failed test; then none may run beside another.</summary>
    public bool StopsAtFailure { get; init; }

    /// <summary>
    /// Written to both standard streams when the selection is done, so that the slot knows when it has read all that
    /// its tests wrote. Null from slots of protocol 1.
    /// </summary>
    public string? OutputMark { get; init; }

    /// <summary>What <see cref="TraceVariable"/> holds meanwhile; null: what it held before.</summary>
    public string? TraceParent { get; init; }
}

/// <summary>To a warm host: cancel what runs.</summary>
public sealed record StopSelection : SlotMessage;

/// <summary>To a warm host: there is no more work, end in peace.</summary>
public sealed record EndHost : SlotMessage;
