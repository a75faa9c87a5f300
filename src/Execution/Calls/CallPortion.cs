using TestFlock.Contracts;
using TestFlock.Core.Planning;

namespace TestFlock.Execution.Calls;

/// <summary>What of a batch goes into one call.</summary>
/// <param name="Units">Of one batch, cut where a class must go alone.</param>
/// <param name="StopsAtFailure">Whether they are a class of which nothing more runs after a failed test.</param>
internal sealed record CallPortion(IReadOnlyList<Unit> Units, bool StopsAtFailure)
{
    /// <summary>How many attempts it has.</summary>
    public int Tests => Units.Sum(unit => unit.Attempts.Count);

    /// <summary>
    /// As many portions as one assembly's units allow: each ends where a class ends, so that no set-up of a class is
    /// made more often than in a call of them all.
    /// </summary>
    public static IEnumerable<CallPortion> SmallestOf(IReadOnlyList<Unit> units) => Of(units).SelectMany(portion =>
        portion.StopsAtFailure
            ? [portion]
            : ClassBlocks.Of(portion.Units).Select(block => portion with { Units = block }));

    /// <summary>
    /// An incremental class goes alone, since what stops its tests stops the whole call; all others go together.
    /// </summary>
    public static IEnumerable<CallPortion> Of(IReadOnlyList<Unit> units)
    {
        Unit[] others =
        [
            .. units.Select(unit => unit with { Attempts = [.. unit.Attempts.Where(a => a.IncrementalClass is null)] })
                .Where(unit => unit.Attempts.Count > 0),
        ];
        if (others.Length > 0)
            yield return new CallPortion(others, StopsAtFailure: false);
        var classes = units.SelectMany(unit => unit.Attempts)
            .Where(attempt => attempt.IncrementalClass is not null)
            .GroupBy(attempt => (attempt.Case.Source, attempt.IncrementalClass));
        foreach (var ofClass in classes)
        {
            var unit = new Unit { Name = ofClass.Key.IncrementalClass!, Attempts = [.. ofClass] };
            yield return new CallPortion([unit], StopsAtFailure: true);
        }
    }

    /// <summary>Whether both may be in one call.</summary>
    public bool MayJoin(CallPortion other) =>
        !StopsAtFailure && !other.StopsAtFailure && SourceOf(this) == SourceOf(other);

    private static string SourceOf(CallPortion portion) => portion.Units[0].Attempts[0].Case.Source;
}
