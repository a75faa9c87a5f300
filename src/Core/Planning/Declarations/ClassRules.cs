namespace TestFlock.Core.Planning.Declarations;

/// <summary>Makes of declarations what planning needs to know of one class.</summary>
/// <param name="plainName">The class.</param>
/// <param name="chain">What it and its bases declare, the class itself first.</param>
/// <param name="forAll">What holds for every class of the assembly that says nothing else.</param>
/// <param name="awaited">Classes that others depend on.</param>
/// <param name="changed">Resources that some test changes.</param>
internal sealed class ClassRules(
    string plainName,
    IReadOnlyList<TypeDeclarations> chain,
    IReadOnlyList<Declaration> forAll,
    IReadOnlySet<string> awaited,
    IReadOnlySet<string> changed)
{
    public ClassDeclaration Apply()
    {
        if (forAll.Count == 0 && !awaited.Contains(plainName) && !chain.Any(level => level.All.Any()))
            return ClassDeclaration.None;
        return new ClassDeclaration
        {
            WholeBecause = FindWhole(),
            Bonds = [.. chain.SelectMany(level => level.OnClass).SelectMany(BondsOf).Distinct()],
            MethodBonds = chain.SelectMany(level => level.OnMethods)
                .SelectMany(method => BondsOf(method.Declaration).Select(bond => (method.Method, Bond: bond)))
                .GroupBy(entry => entry.Method, entry => entry.Bond)
                .ToDictionary(group => group.Key, group => (IReadOnlyList<Bond>)[.. group.Distinct()]),
        };
    }

    /// <summary>The name under which planning keeps the class together, for others to be bound to it.</summary>
    public static Bond BondTo(string plainName) => new(UnitKeyKind.Class, plainName, plainName);

    private string? FindWhole()
    {
        foreach (var declaration in chain.SelectMany(level => level.OnMethods).Select(method => method.Declaration))
        {
            if (declaration is NotParallel or Ordered or DependsOn)
                return Describe(declaration);
        }

        if (chain.SelectMany(level => level.OnClass).FirstOrDefault(d => d is Ordered or DependsOn) is { } ordered)
            return Describe(ordered);
        if (awaited.Contains(plainName))
            return Describe(new DependsOn(null));

        // The nearest word on parallelism counts: a class may take back what its base said, or the assembly.
        return chain.SelectMany(level => level.OnClass).FirstOrDefault(d => d is NotParallel or MayBeParallel) switch
        {
            NotParallel not => not.Attribute,
            MayBeParallel => null,
            _ => forAll.Count > 0 ? Describe(forAll[0]).Insert(1, "assembly: ") : null,
        };
    }

    private IEnumerable<Bond> BondsOf(Declaration declaration)
    {
        switch (declaration)
        {
            case InCollection collection:
                yield return new Bond(
                    UnitKeyKind.Bond, $"collection {collection.Key}", $"collection {collection.Name}");
                break;
            case OrderedAmongClasses:
                var space = plainName.LastIndexOf('.') is var end and >= 0 ? plainName[..end] : "";
                yield return new Bond(UnitKeyKind.Bond, $"order {space}", $"ordered classes of {space}".TrimEnd());
                break;
            case Locks locks when changed.Contains(locks.Resource):
                yield return new Bond(UnitKeyKind.Bond, $"resource {locks.Resource}", $"resource {locks.Resource}");
                break;
            case DependsOn { Class: { } other }:
                yield return BondTo(other);
                break;
        }
    }

    private static string Describe(Declaration declaration) => declaration switch
    {
        NotParallel not => not.Attribute,
        Ordered ordered => ordered.Attribute,
        _ => "[DependsOn]",
    };
}
