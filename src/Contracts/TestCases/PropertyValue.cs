using System.Text.Json;

namespace TestFlock.Contracts;

/// <summary>A VSTest property with its declaration, so that the other side can register it before it is read.</summary>
public sealed record PropertyValue
{
    public required string Id { get; init; }

    public required string Label { get; init; }

    public string Category { get; init; } = "";

    public string Description { get; init; } = "";

    /// <summary>The full name of the .NET type, as the object model writes it.</summary>
    public required string ValueType { get; init; }

    /// <summary>The object model's flags (hidden, immutable, trait), as a number.</summary>
    public int Attributes { get; init; }

    /// <summary>The value in JSON; its reading depends on <see cref="ValueType"/>.</summary>
    public JsonElement? Value { get; init; }
}
