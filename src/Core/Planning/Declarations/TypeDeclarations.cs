namespace TestFlock.Core.Planning.Declarations;

/// <summary>What one type declares by itself, without its bases.</summary>
internal sealed record TypeDeclarations(
    IReadOnlyList<Declaration> OnClass, IReadOnlyList<(string Method, Declaration Declaration)> OnMethods)
{
    public IEnumerable<Declaration> All => OnClass.Concat(OnMethods.Select(method => method.Declaration));
}
