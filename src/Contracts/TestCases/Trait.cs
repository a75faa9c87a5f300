using System.Text.Json.Serialization;

namespace TestFlock.Contracts;

/// <summary>A name and a value that the framework's adapter gave to a test case; names may repeat.</summary>
public sealed record Trait
{
    [JsonConverter(typeof(WireStringConverter))]
    public required string Name { get; init; }

    [JsonConverter(typeof(WireStringConverter))]
    public required string Value { get; init; }
}
