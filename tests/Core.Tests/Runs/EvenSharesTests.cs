using TestFlock.Contracts;
using TestFlock.Core.Runs.TakingBack;
using TestFlock.Core.Tests.Runs.Support;

namespace TestFlock.Core.Tests.Runs;

public sealed class EvenSharesTests
{
    [Fact]
    public void Cut_by_history_gives_every_slot_as_much_time() =>
        Cut(2, "A 30", "B 10", "C 10", "D 10").ShouldBe(["A", "B C D"]);

    [Fact]
    public void Cut_nothing_known_gives_every_slot_as_many_tests() =>
        Cut(2, "A ?", "B ?", "C ?", "D ?").Select(share => share.Split(" ").Length).ShouldBe([2, 2]);

    [Fact]
    public void Cut_a_class_goes_to_one_slot() => Cut(3, "A 1", "B 1", "A 1").ShouldBe(["A A", "B"]);

    [Fact]
    public void Cut_less_to_share_than_slots_makes_no_empty_shares() => Cut(8, "A 1").ShouldBe(["A"]);

    [Fact]
    public void KnownOf_one_test_without_history_is_unknown()
    {
        var durations = new CaseDurations([TimeSpan.FromSeconds(1), null]);

        durations.KnownOf([Plans.UnitOf(0, "A")]).ShouldBe(TimeSpan.FromSeconds(1));
        durations.KnownOf([Plans.UnitOf(0, "A"), Plans.UnitOf(1, "B")]).ShouldBe(TimeSpan.Zero);
        durations.KnownOf([Plans.UnitOf(7, "C")]).ShouldBe(TimeSpan.Zero);
    }

    /// <summary>The classes of each share, ordered.</summary>
    private static IEnumerable<string> Cut(int parts, params string[] units)
    {
        var known = units.Select(unit => unit.Split(' ')[1]).Select(
            text => text == "?" ? (TimeSpan?)null : TimeSpan.FromSeconds(int.Parse(text, null))).ToArray();
        Unit[] all = [.. units.Select((unit, i) => Plans.UnitOf(i, unit.Split(' ')[0]))];
        return EvenShares.Cut(all, parts, new CaseDurations(known))
            .Select(share => string.Join(' ', share.Select(unit => unit.Name))).Order();
    }
}
