using System.Text.Json.Serialization;

namespace TestFlock.Contracts;

/// <summary>Slot to warm host, one JSON message a line; the end of the stream tells the host to end.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "is")]
[JsonDerivedType(typeof(RunSelection), "run")]
[JsonDerivedType(typeof(StopSelection), "stop")]
public abstract record SlotMessage;

/// <summary>Exactly these test cases, in this order where the framework allows it.</summary>
public sealed record RunSelection : SlotMessage
{
    public required string SettingsXml { get; init; }

    public required IReadOnlyList<TestCase> Cases { get; init; }
}

/// <summary>Cancel what runs.</summary>
public sealed record StopSelection : SlotMessage;
