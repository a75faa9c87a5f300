using System.Text.Json.Serialization;

namespace TestFlock.Contracts;

/// <summary>
/// Adapter to coordinator, one JSON message a line on the coordinator's standard input: <see cref="OpenRun"/>, any
/// number of
/// <see cref="AddTestCases"/>, <see cref="StartRun"/>, perhaps <see cref="CancelRun"/>. The end of the stream means
/// that the adapter is gone, and the run with it.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "is")]
[JsonDerivedType(typeof(OpenRun), "open")]
[JsonDerivedType(typeof(AddTestCases), "add")]
[JsonDerivedType(typeof(StartRun), "start")]
[JsonDerivedType(typeof(CancelRun), "cancel")]
public abstract record AdapterMessage;

public sealed record OpenRun : AdapterMessage, IVersioned
{
    public int Writer { get; init; } = ProtocolVersion.Current;

    public int Protocol { get; init; } = ProtocolVersion.Oldest;

    public required string AdapterVersion { get; init; }

    /// <summary>The whole run settings, TestFlock section included.</summary>
    public required string SettingsXml { get; init; }

    /// <summary>Full paths of the test assemblies.</summary>
    public required IReadOnlyList<string> Sources { get; init; }

    public required string WorkingDirectory { get; init; }

    /// <summary>Where the caller keeps results; attachments are copied below it.</summary>
    public required string ResultsDirectory { get; init; }
}

public sealed record AddTestCases : AdapterMessage
{
    /// <summary>In discovery order; the first of the run has ordinal 0.</summary>
    public required IReadOnlyList<TestCase> Cases { get; init; }
}

public sealed record StartRun : AdapterMessage
{
    /// <summary>How many test cases were added; a different count on the other side is an error.</summary>
    public required int Count { get; init; }
}

public sealed record CancelRun : AdapterMessage;
