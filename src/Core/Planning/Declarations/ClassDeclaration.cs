namespace TestFlock.Core.Planning.Declarations;

/// <summary>What a test class declares, with all it inherits.</summary>
internal sealed record ClassDeclaration
{
    /// <summary>Nothing that bears on planning.</summary>
    public static ClassDeclaration None { get; } = new();

    /// <summary>Why its tests stay together, such as <c>[Order]</c>; null when they may be spread.</summary>
    public string? WholeBecause { get; init; }

    /// <summary>What the whole class stays together with.</summary>
    public IReadOnlyList<Bond> Bonds { get; init; } = [];

    /// <summary>What single methods stay together with, by method name.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<Bond>> MethodBonds { get; init; } =
        new Dictionary<string, IReadOnlyList<Bond>>();

    /// <summary>Both at once, for classes that a test's name does not tell apart.</summary>
    public ClassDeclaration And(ClassDeclaration other) => new()
    {
        WholeBecause = WholeBecause ?? other.WholeBecause,
        Bonds = [.. Bonds.Union(other.Bonds)],
        MethodBonds = MethodBonds.Concat(other.MethodBonds)
            .GroupBy(entry => entry.Key, entry => entry.Value)
            .ToDictionary(
                group => group.Key,
                group => (IReadOnlyList<Bond>)[.. group.SelectMany(bonds => bonds).Distinct()]),
    };
}
