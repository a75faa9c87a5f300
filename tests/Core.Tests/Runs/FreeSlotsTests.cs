using TestFlock.Contracts;
using TestFlock.Core.Coordination;
using TestFlock.Core.Matching;
using TestFlock.Core.Overview;
using TestFlock.Core.Reporting;
using TestFlock.Core.Runs.TakingBack;
using TestFlock.Core.Tests.Runs.Support;

namespace TestFlock.Core.Tests.Runs;

public sealed class FreeSlotsTests
{
    [Fact]
    public void TryTake_gives_each_slot_once_that_neither_this_run_nor_another_has()
    {
        var free = Free([("anna", 4)], busy: ["anna"], Work("anna", "other"), Work("anna", "own"));

        Count(free).ShouldBe(2);
    }

    [Fact]
    public void TryTake_only_where_the_requirements_are_met() =>
        Count(Free([("anna", 2), ("bert", 3)], busy: []), "agent=anna").ShouldBe(2);

    [Fact]
    public void TryTake_nothing_of_an_agent_that_leaves()
    {
        var around = new FlockOverview { Agents = [new AgentState(Plans.Agent("anna", 2), IsDraining: true)] };

        Count(Free([("anna", 2), ("bert", 1)], [], around)).ShouldBe(1);
    }

    [Fact]
    public void TryTake_no_more_than_the_environment_bears()
    {
        var other = Work("carl", "other") with { Environment = "staging" };
        var around = new FlockOverview { Work = [other] };

        Count(Free([("anna", 9)], ["anna"], around, new EnvironmentCapacity("staging", 4))).ShouldBe(2);
    }

    [Fact]
    public void TryTake_no_slot_that_waits_for_its_machine() =>
        Count(Free([("anna", 4)], ["anna"], new FlockOverview { WaitingForMachine = 2 })).ShouldBe(1);

    [Fact]
    public void TryTake_no_slot_whose_host_is_starting() =>
        Count(Free([("anna", 4)], ["anna"], new FlockOverview { WaitingForHost = 2 })).ShouldBe(1);

    private static int Count(FreeSlots free, string requirements = "")
    {
        var count = 0;
        while (free.TryTake(requirements))
            count++;
        return count;
    }

    private static FreeSlots Free((string Name, int Slots)[] agents, string[] busy, params SlotWork[] work) =>
        Free(agents, busy, new FlockOverview { Work = work });

    private static FreeSlots Free(
        (string Name, int Slots)[] agents,
        string[] busy,
        FlockOverview around,
        EnvironmentCapacity? environment = null) => new(
        Plans.Of(environment),
        [.. busy.Select((name, i) => new AttemptPlace(name, i + 1))],
        [.. agents.Select(of => Plans.Agent(of.Name, of.Slots)).Select(agent => (agent, CapabilitySet.Of(agent)))],
        around);

    private static SlotWork Work(string agent, string run) => new() { Agent = agent, Slot = 1, Run = new RunId(run) };
}
