using TestFlock.Contracts;
using TestFlock.Core.Reporting;
using TestFlock.Core.Runs;
using TestFlock.Core.Runs.Progress;
using TestFlock.Core.Scaling;

namespace TestFlock.Core.Tests.Runs;

public class SlotDemandTests
{
    private static readonly DateTimeOffset Now = new(2030, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Of_batchesOfTwoSets_isWhatEndsEachWithinAMinute() => Demand(null, [
        .. Batches(10, minutes: 0.3), .. Batches(2, minutes: 9, "gpu"),
    ]).ShouldBe([new("", 3), new("gpu", 2)]);

    [Fact]
    public void Of_environmentOfTheRun_isNoMoreThanItBears() => Demand(2, [
        .. Batches(10, minutes: 9), .. Batches(2, minutes: 9, "gpu"),
    ]).ShouldBe([new("", 2)]);

    [Fact]
    public void Of_slotsThatAreBusyAlready_isNoLess()
    {
        var batches = Batches(4, minutes: 0.1).ToArray();
        for (var slot = 1; slot <= 3; slot++)
            batches[slot].Begin(Guid.NewGuid(), new AttemptPlace("host", slot), Now);

        Demand(null, batches).ShouldBe([new("", 3)]);
    }

    private static IReadOnlyList<WantedSlots> Demand(int? capacity, IReadOnlyList<BatchProgress> open) =>
        new SlotDemand(capacity).Of(open, new Forecast(), Now);

    private static IEnumerable<BatchProgress> Batches(int count, double minutes, string requirements = "") =>
        Enumerable.Range(0, count).Select(_ => new BatchProgress(new Batch
        {
            Run = new RunId("run"),
            Id = new BatchId(Guid.NewGuid().ToString("N")),
            Requirements = requirements,
            Units = [],
            ExpectedDuration = TimeSpan.FromMinutes(minutes),
        }));
}
