namespace TestFlock.Core.Planning;

/// <summary>
/// Puts units together into batches: so large that the cost of a call stays small beside the tests, and by history ever
/// smaller towards the end, so that slots finish together (guided self-scheduling, Polychronopoulos and Kuck 1987).
/// Without history batches are of one size: what turns out to be late is taken back from its slot. A unit longer than a
/// batch would be goes alone, and the longest of them first.
/// </summary>
/// <remarks>
/// Short units stay in discovery order, so that the tests of a class mostly meet in one batch and share its fixtures.
/// </remarks>
internal sealed class BatchFormer(BatchSizes sizes, bool isAnyKnown)
{
    // A batch is at most this share of what is left for each slot.
    private const int PartsWhenKnown = 3;

    // Of unknown tests any may be a long one, and those in one call with it wait: less of them travels together.
    // Smaller ones at the end would only cost calls. docs/decisions/0009 has what was simulated.
    private const int PartsWhenUnknown = 16;

    // The cost of a call is to stay below 4 % of the batch's time.
    private const int CallsWorth = 25;

    // Unknown tests count as a second each. Many take a fiftieth of it, and then a dear call (xUnit v3's half second)
    // is worth as much as its tests: a compromise with those that do take a second.
    private const int CallsWorthWhenUnknown = 50;

    /// <param name="units">What may travel together: of one assembly, with the same requirements, in discovery
    /// order.</param>
    /// <param name="expected">How long a unit takes.</param>
    /// <returns>In publishing order.</returns>
    public IReadOnlyList<IReadOnlyList<PlannedUnit>> Form(
        IReadOnlyList<PlannedUnit> units, Func<PlannedUnit, TimeSpan> expected)
    {
        var left = units.Aggregate(TimeSpan.Zero, (sum, unit) => sum + expected(unit));
        var whole = left;
        var longest = LimitOf(left, whole);
        var alone = units.Where(unit => expected(unit) >= longest).ToHashSet();
        var batches = new List<IReadOnlyList<PlannedUnit>>();
        foreach (var unit in units.Where(alone.Contains).OrderByDescending(expected))
        {
            batches.Add([unit]);
            left -= expected(unit);
        }

        var batch = new List<PlannedUnit>();
        var inBatch = TimeSpan.Zero;
        var limit = LimitOf(left, whole);
        foreach (var unit in units.Where(unit => !alone.Contains(unit)))
        {
            if (batch.Count > 0 && inBatch + expected(unit) > limit)
                Close();
            batch.Add(unit);
            inBatch += expected(unit);
        }

        if (batch.Count > 0)
            Close();
        return batches;

        void Close()
        {
            batches.Add(batch);
            left -= inBatch;
            (batch, inBatch, limit) = ([], TimeSpan.Zero, LimitOf(left, whole));
        }
    }

    private TimeSpan LimitOf(TimeSpan left, TimeSpan whole)
    {
        var share = left / sizes.Slots;
        var guided = isAnyKnown ? share / PartsWhenKnown : whole / sizes.Slots / PartsWhenUnknown;
        var worthwhile = sizes.CallCost * (isAnyKnown ? CallsWorth : CallsWorthWhenUnknown);

        // Not even for the sake of cheap calls does one slot get what two could share.
        var wanted = guided > worthwhile ? guided : worthwhile;
        return wanted < share ? wanted : share;
    }
}
