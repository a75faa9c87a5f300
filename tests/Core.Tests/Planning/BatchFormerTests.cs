using TestFlock.Core.Matching;
using TestFlock.Core.Planning;

namespace TestFlock.Core.Tests.Planning;

public class BatchFormerTests
{
    private static readonly TimeSpan CallCost = TimeSpan.FromMilliseconds(10);

    [Fact]
    public void Form_longUnits_goAlone_longestFirst()
    {
        var batches = Form(slots: 2, [0.1, 30, 0.1, 40, 0.1]);

        batches[0].ShouldBe([40]);
        batches[1].ShouldBe([30]);
        batches.Skip(2).ShouldAllBe(batch => batch.All(seconds => seconds == 0.1));
    }

    [Fact]
    public void Form_shortUnits_travelTogether_inDiscoveryOrder()
    {
        var seconds = Enumerable.Range(1, 1_000).Select(i => i / 100_000.0).ToArray();

        var batches = Form(slots: 2, seconds);

        batches.SelectMany(batch => batch).ShouldBe(seconds);
        batches.Count.ShouldBeLessThan(60);
    }

    [Fact]
    public void Form_batchesShrinkTowardsTheEnd()
    {
        var sums = Form(slots: 4, [.. Enumerable.Repeat(0.5, 2_000)]).Select(batch => batch.Sum()).ToArray();

        sums.ShouldBe(sums.OrderDescending());
        sums[^1].ShouldBeLessThanOrEqualTo(0.5);
    }

    [Fact]
    public void Form_callCostStaysBelowFourPercent_whereThereIsEnoughWork()
    {
        var seconds = Enumerable.Repeat(0.001, 20_000).ToArray();

        var batches = Form(slots: 2, seconds);

        (batches.Count * CallCost.TotalSeconds / seconds.Sum()).ShouldBeLessThan(0.04);
    }

    [Fact]
    public void Form_fewCheapUnits_areStillSharedByTheSlots() =>
        Form(slots: 2, [.. Enumerable.Repeat(0.001, 20)]).Count.ShouldBeGreaterThanOrEqualTo(2);

    [Fact]
    public void Form_unknownTests_travelInSmallerBatchesThanKnownOnes() =>
        Form(slots: 4, [.. Enumerable.Repeat(1.0, 400)], isAnyKnown: false)[0].Length
            .ShouldBeLessThan(Form(slots: 4, [.. Enumerable.Repeat(1.0, 400)])[0].Length);

    [Fact]
    public void Form_unknownTests_areEnoughForADearCall_butEverySlotGetsSome()
    {
        Form(slots: 2, [.. Enumerable.Repeat(1.0, 1_000)], isAnyKnown: false, callCost: TimeSpan.FromSeconds(0.4))
            .Take(10).ShouldAllBe(batch => batch.Length >= 20);
        Form(slots: 3, [.. Enumerable.Repeat(1.0, 30)], isAnyKnown: false, callCost: TimeSpan.FromSeconds(4))[0]
            .Length.ShouldBe(10);
    }

    [Theory]
    [InlineData(1_000, 4)]
    [InlineData(2_000, 8)]
    [InlineData(20_000, 2)]
    public void Form_skewedSuite_endsCloseToTheBound(int tests, int slots)
    {
        // 3 % of the tests hold 97 % of the time.
        var random = new Random(20261122);
        var seconds = Enumerable.Range(0, tests)
            .Select(i => i % 33 == 0 ? 20 + (random.NextDouble() * 25) : random.NextDouble() * 0.04).ToArray();
        var bound = Math.Max(seconds.Max(), seconds.Sum() / slots);

        Makespan(Form(slots, seconds), slots).ShouldBeLessThan(1.05 * bound);
    }

    /// <summary>Free slots take the batches in publishing order.</summary>
    private static double Makespan(IEnumerable<double[]> batches, int slots)
    {
        var free = new PriorityQueue<int, double>(Enumerable.Range(0, slots).Select(slot => (slot, 0.0)));
        var end = 0.0;
        foreach (var batch in batches.OrderByDescending(batch => batch.Sum()))
        {
            free.TryDequeue(out var slot, out var from);
            var until = from + batch.Sum() + CallCost.TotalSeconds;
            free.Enqueue(slot, until);
            end = Math.Max(end, until);
        }

        return end;
    }

    private static List<double[]> Form(
        int slots, double[] seconds, bool isAnyKnown = true, TimeSpan? callCost = null)
    {
        var units = seconds.Select((_, i) => new PlannedUnit($"{i}", [i], RequirementSet.None)).ToArray();
        var former = new BatchFormer(new BatchSizes { Slots = slots, CallCost = callCost ?? CallCost }, isAnyKnown);
        return
        [
            .. former.Form(units, unit => TimeSpan.FromSeconds(seconds[unit.Ordinals[0]]))
                .Select(batch => batch.Select(unit => seconds[unit.Ordinals[0]]).ToArray()),
        ];
    }
}
