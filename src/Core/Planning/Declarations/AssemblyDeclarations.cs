using System.Diagnostics.CodeAnalysis;

namespace TestFlock.Core.Planning.Declarations;

/// <summary>
/// What a test assembly declares about order and parallelism. Classes go by their plain name: as reflection writes it,
/// without the numbers of type parameters.
/// </summary>
internal sealed class AssemblyDeclarations(IReadOnlyDictionary<string, ClassDeclaration> classes, string? serialBecause)
{
    /// <summary>
    /// The attribute by which no two tests of the whole assembly were to run side by side, such as
    /// <c>[DoNotParallelize]</c>; null when they may. Its classes stay whole then, but are spread.
    /// </summary>
    public string? SerialBecause { get; } = serialBecause;

    public bool Has(string plainName) => classes.ContainsKey(plainName);

    public bool TryFind(string plainName, [NotNullWhen(true)] out ClassDeclaration? declaration) =>
        classes.TryGetValue(plainName, out declaration);
}
