using System.Reflection.Metadata;

namespace TestFlock.Core.Planning.Declarations;

/// <summary>One use of an attribute whose meaning is known.</summary>
internal sealed record AttributeContent
{
    /// <summary>The full name under which its meaning is known: its own, a base's or an interface's.</summary>
    public required string KnownAs { get; init; }

    /// <summary>As users write it, in brackets and without its suffix.</summary>
    public required string Name { get; init; }

    /// <summary>Equal for uses of one attribute with equal arguments.</summary>
    public required string Identity { get; init; }

    public required bool IsOnClass { get; init; }

    /// <summary>The type between the angle brackets of a generic attribute; null when there is none.</summary>
    public MetadataType? TypeArgument { get; init; }

    /// <summary>
    /// Null when the arguments of this attribute cannot be told, as those of one derived from a known one.
    /// </summary>
    public CustomAttributeValue<MetadataType>? Value { get; init; }

    /// <summary>
    /// The first argument: a text, a number, or a <see cref="MetadataType"/>; null when there is none.
    /// </summary>
    public object? First => Value is { FixedArguments: [var first, ..] } ? first.Value : null;

    /// <summary>Likewise; null when it is not given.</summary>
    public object? Named(string name) =>
        Value?.NamedArguments.FirstOrDefault(candidate => candidate.Name == name).Value;
}
