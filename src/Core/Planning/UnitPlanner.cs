using TestFlock.Contracts;
using TestFlock.Core.Matching;
using TestFlock.Core.Planning.Declarations;
using TestFlock.Core.Settings;

namespace TestFlock.Core.Planning;

/// <summary>
/// Decides which test cases are never split. Everything that holds tests together is a key; cases that share one,
/// directly or over others, are one unit. docs/decisions says what <see cref="UnitSize.Auto"/> keeps together, and why.
/// </summary>
/// <param name="size">What the user asked for.</param>
/// <param name="wholeClasses">Whether no class is split, whatever the size.</param>
/// <param name="openAssembly">See <see cref="PlanRequest.OpenAssembly"/>.</param>
/// <param name="traitReader">Reads, and collects what is wrong.</param>
internal sealed class UnitPlanner(
    UnitSize size, bool wholeClasses, Func<string, Stream?> openAssembly, TraitReader traitReader)
{
    private readonly Gathering _gathering = new();
    private readonly NUnitSelection _selection = new();
    private readonly SourceDeclarations _sources = new(openAssembly);

    public UnitPlan Plan(IReadOnlyList<TestCase> cases)
    {
        var traits = cases.Select(traitReader.Read).ToArray();
        var places = cases.Select(PlaceOf).ToArray();
        for (var ordinal = 0; ordinal < cases.Count; ordinal++)
            _selection.Look(cases[ordinal], places[ordinal]);

        var sets = new int[cases.Count];
        for (var ordinal = 0; ordinal < cases.Count; ordinal++)
        {
            var test = cases[ordinal];
            sets[ordinal] = Put(test, places[ordinal], traits[ordinal]);
            Merge(sets[ordinal], test, UnitKeyKind.Id, test.Id.ToString(), test.FullyQualifiedName);
            if (_selection.FindWhole(test, places[ordinal]) is { } selection)
                Merge(sets[ordinal], test, UnitKeyKind.Selection, selection, selection);
        }

        return new UnitPlan(
            Collect(traits, sets), traits, traitReader.Problems, size == UnitSize.Auto ? _sources.Notes : []);
    }

    private List<PlannedUnit> Collect(CaseTraits[] traits, int[] sets)
    {
        var ordinals = new Dictionary<int, List<int>>();
        var requires = new Dictionary<int, RequirementSet>();
        var order = new List<int>();
        for (var ordinal = 0; ordinal < sets.Length; ordinal++)
        {
            var set = _gathering.Find(sets[ordinal]);
            if (!ordinals.TryGetValue(set, out var unit))
            {
                ordinals[set] = unit = [];
                order.Add(set);
            }

            unit.Add(ordinal);
            requires[set] = requires.GetValueOrDefault(set, RequirementSet.None).And(traits[ordinal].Requires);
        }

        return [.. order.Select(set => new PlannedUnit(_gathering.NameOf(set), ordinals[set], requires[set]))];
    }

    private int Put(TestCase test, TestPlace place, CaseTraits traits)
    {
        if (traits.Group is { } group)
            return Set(test, UnitKeyKind.Group, group, $"group {group}");
        if (size != UnitSize.Assembly
            && (traits.IsIncremental || traits.Retry is { Scope: RetryScope.Class, Max: > 0 }))
            return PutByClass(test, place);
        return size switch
        {
            UnitSize.Assembly => Set(test, UnitKeyKind.Assembly, "", Path.GetFileNameWithoutExtension(test.Source)),
            UnitSize.Class => PutByClass(test, place),
            UnitSize.Test when wholeClasses => PutByClass(test, place),
            UnitSize.Test => _gathering.New(test.DisplayName),
            _ => PutByDeclaration(test, place),
        };
    }

    private int PutByDeclaration(TestCase test, TestPlace place)
    {
        if (_sources.Find(test.Source) is not { } assembly || !assembly.TryFind(place.Class, out var declaration))
            return PutByClass(test, place);

        var set = wholeClasses || declaration.WholeBecause is not null || declaration.Bonds.Count > 0
            ? PutByClass(test, place)
            : Set(test, UnitKeyKind.Method, $"{place.Class}.{place.Method}", $"{place.Class}.{place.Method}");
        foreach (var bond in declaration.Bonds)
            Merge(set, test, bond.Kind, bond.Key, bond.Name);
        foreach (var bond in declaration.MethodBonds.GetValueOrDefault(place.Method) ?? [])
            Merge(set, test, bond.Kind, bond.Key, bond.Name);
        return set;
    }

    private int PutByClass(TestCase test, TestPlace place)
    {
        var bond = ClassRules.BondTo(place.Class);
        return Set(test, bond.Kind, bond.Key, bond.Name);
    }

    private TestPlace PlaceOf(TestCase test)
    {
        if (size == UnitSize.Assembly)
            return TestPlaces.Of(test, isClass: null);
        var assembly = _sources.Find(test.Source);
        return TestPlaces.Of(test, assembly is null ? null : assembly.Has);
    }

    private int Set(TestCase test, UnitKeyKind kind, string text, string name) =>
        _gathering.Of(new UnitKey(test.Source, kind, text), name);

    private void Merge(int set, TestCase test, UnitKeyKind kind, string text, string name) =>
        _gathering.Merge(set, Set(test, kind, text, name));
}
