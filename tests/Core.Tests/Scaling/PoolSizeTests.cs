using TestFlock.Contracts;
using TestFlock.Core.Coordination;
using TestFlock.Core.Overview;
using TestFlock.Core.Scaling;

namespace TestFlock.Core.Tests.Scaling;

public class PoolSizeTests
{
    private static readonly PoolSize Chrome = new(new(Offering("chrome")), SlotsOfAgent: 2, Least: 0, Most: 10);

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(5, 3)]
    [InlineData(50, 10)]
    public void Of_wantedSlots_isAsManyAgentsAsHaveThem(int wanted, int agents) =>
        Chrome.Of(Wanting(("browser=chrome", wanted)), IsOwn).ShouldBe(agents);

    [Fact]
    public void Of_nothing_isTheLeast() => (Chrome with { Least = 2 }).Of(new FlockOverview(), IsOwn).ShouldBe(2);

    [Fact]
    public void Of_requirementsThatItsAgentsDoNotMeet_isNothing() =>
        Chrome.Of(Wanting(("browser=firefox", 8)), IsOwn).ShouldBe(0);

    [Fact]
    public void Of_otherAgentsThatServeTheSame_isWhatTheyLack() =>
        Chrome.Of(Wanting(("browser=chrome", 8)) with { Agents = [Other("chrome", 4)] }, IsOwn).ShouldBe(2);

    [Fact]
    public void Of_otherAgentsThatLeave_doesNotCountThem() => Chrome.Of(
        Wanting(("browser=chrome", 8)) with { Agents = [Other("chrome", 4) with { IsDraining = true }] }, IsOwn)
        .ShouldBe(4);

    [Fact]
    public void Of_otherAgentsWithWorkOfTheirOwn_leavesThemThat() => Chrome.Of(
        Wanting(("browser=chrome", 4), ("browser=firefox", 4)) with { Agents = [Other("chrome,firefox", 4)] }, IsOwn)
        .ShouldBe(2);

    [Fact]
    public void Of_otherAgentsOfNoUse_doesNotCountThem() => Chrome.Of(
        Wanting(("browser=chrome", 4), ("browser=firefox", 4)) with { Agents = [Other("firefox", 9)] }, IsOwn)
        .ShouldBe(2);

    [Fact]
    public void Of_ownAgents_areNotTakenOff() =>
        Chrome.Of(Wanting(("browser=chrome", 4)) with { Agents = [Other("chrome", 4, "own-1")] }, IsOwn).ShouldBe(2);

    private static bool IsOwn(string name) => name.StartsWith("own", StringComparison.Ordinal);

    private static FlockOverview Wanting(params (string Requirements, int Batches)[] waiting) => new()
    {
        Runs =
        [
            new RunState { Id = new RunId("a"), Waiting = waiting.ToDictionary(w => w.Requirements, w => w.Batches) },
        ],
    };

    private static AgentState Other(string browsers, int slots, string name = "other") => new(
        new AgentDescription { Name = name, Slots = slots, Version = "1", Capabilities = Offering(browsers) },
        IsDraining: false);

    private static Dictionary<string, string> Offering(string browsers) => new() { ["browser"] = browsers };
}
