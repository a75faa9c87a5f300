using TestFlock.Contracts;
using TestFlock.Core.Overview;
using TestFlock.Core.Progress;
using TestFlock.Core.Scaling;

namespace TestFlock.Core.Tests.Scaling;

public class FlockDemandTests
{
    [Fact]
    public void Of_runsThatTell_addsTheirSets() => FlockDemand.Of(new FlockOverview
    {
        Runs = [Run("a", new WantedSlots("", 3), new WantedSlots("gpu", 1)), Run("b", new WantedSlots("gpu", 4))],
    }).ShouldBe([new("", 3), new("gpu", 5)]);

    [Fact]
    public void Of_runThatHasJustBegun_wantsASlotForEachBatch() => FlockDemand.Of(new FlockOverview
    {
        Runs = [new RunState { Id = new("a"), Waiting = new Dictionary<string, int> { [""] = 7 } }],
    }).ShouldBe([new("", 7)]);

    [Fact]
    public void Of_runThatStops_wantsNothing() => FlockDemand.Of(new FlockOverview
    {
        Runs = [Run("a", new WantedSlots("", 3)) with { IsStopping = true }],
    }).ShouldBeEmpty();

    [Theory]
    [InlineData(5, 0, 3, 2)]
    [InlineData(5, 1, 3, 1)]
    [InlineData(2, 0, 2, 0)]
    [InlineData(1, 2, 0, 0)]
    [InlineData(null, 3, 3, 3)]
    public void Of_sharedEnvironment_isNoMoreThanItBears(int? capacity, int unheard, int first, int second)
    {
        var overview = new FlockOverview
        {
            Runs =
            [
                Run("a", new WantedSlots("", 3)) with { Environment = "staging" },
                Run("b", new WantedSlots("gpu", 3)) with { Environment = "staging" },
            ],
            Environments = [new EnvironmentState("staging", capacity, unheard + 1)],
            Work = [new SlotWork { Agent = "host", Slot = 1, Run = new("a"), Environment = "staging" }],
        };

        var demand = FlockDemand.Of(overview).ToDictionary(set => set.Requirements, set => set.Slots);

        demand.GetValueOrDefault("").ShouldBe(first);
        demand.GetValueOrDefault("gpu").ShouldBe(second);
    }

    private static RunState Run(string id, params WantedSlots[] wanted) => new()
    {
        Id = new RunId(id),
        Progress = new RunProgress { Total = 9, Done = 0, Failed = 0, Flaky = 0, SlotsBusy = 0, Wanted = wanted },
    };
}
