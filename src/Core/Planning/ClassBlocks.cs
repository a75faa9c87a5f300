using TestFlock.Contracts;

namespace TestFlock.Core.Planning;

/// <summary>
/// Units between which a batch may be cut: those that share a class, directly or over others, stay together, so that
/// the set-up of a class is not made once more.
/// </summary>
public static class ClassBlocks
{
    /// <param name="units">In any order.</param>
    /// <returns>By their first unit; the order within a block is kept.</returns>
    public static IReadOnlyList<IReadOnlyList<Unit>> Of(IReadOnlyList<Unit> units)
    {
        var gathering = new Gathering();
        var sets = units.Select(unit => Put(unit, gathering)).ToArray();
        return
        [
            .. units.Index().GroupBy(unit => gathering.Find(sets[unit.Index]), unit => unit.Item)
                .Select(block => (IReadOnlyList<Unit>)[.. block]),
        ];
    }

    private static int Put(Unit unit, Gathering gathering)
    {
        var set = SetOf(unit.Attempts[0], gathering);
        foreach (var attempt in unit.Attempts.Skip(1))
            gathering.Merge(set, SetOf(attempt, gathering));
        return set;
    }

    private static int SetOf(RequestedAttempt attempt, Gathering gathering)
    {
        var type = TestPlaces.Of(attempt.Case, isClass: null).Class;
        return gathering.Of(new UnitKey(attempt.Case.Source, UnitKeyKind.Class, type), type);
    }
}
