using System.Reflection.Metadata;

namespace TestFlock.Core.Planning.Declarations;

/// <summary>A type as metadata names it.</summary>
/// <param name="PlainName">As reflection writes it, without the numbers of type parameters.</param>
/// <param name="Handle">Its definition or reference in the module that names it; nil where there is only a
/// text.</param>
internal sealed record MetadataType(string PlainName, EntityHandle Handle = default)
{
    public IReadOnlyList<MetadataType> Arguments { get; init; } = [];
}
