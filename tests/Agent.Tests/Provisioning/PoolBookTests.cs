using TestFlock.Agent.Provisioning;
using TestFlock.Agent.Serving;
using TestFlock.Contracts;
using TestFlock.Core.Coordination;
using TestFlock.Core.Overview;
using TestFlock.Testing;

namespace TestFlock.Agent.Tests.Provisioning;

/// <summary>When agents come and go.</summary>
public sealed class PoolBookTests
{
    private readonly ManualTime _time = new();
    private readonly PoolBook _book;

    public PoolBookTests() => _book = new PoolBook(Options(), _time);

    [Fact]
    public void Look_wantedAgents_areStartedOnceEach()
    {
        Look(wanted: 2).ShouldBe([new(PoolAction.Start, "pool-1"), new(PoolAction.Start, "pool-2")]);
        Look(wanted: 2).ShouldBeEmpty();
        Look(wanted: 9, "pool-1").ShouldBe([new(PoolAction.Start, "pool-3")], "3 are the most");
    }

    [Fact]
    public void Look_agentsThatWereThereBefore_belongToThePool() =>
        Look(wanted: 3, "pool-2", "pool-x", "host").ShouldBe(
            [new(PoolAction.Start, "pool-1"), new(PoolAction.Start, "pool-3")]);

    [Fact]
    public void Look_agentThatNeverComes_isRemovedAndReplaced()
    {
        Look(wanted: 1);
        _time.Advance(TimeSpan.FromMinutes(5));

        Look(wanted: 1).ShouldBe([new(PoolAction.RemoveMissing, "pool-1"), new(PoolAction.Start, "pool-1")]);
    }

    [Fact]
    public void Look_agentThatIsLost_isReplacedOnceItIsSure()
    {
        Look(wanted: 1, "pool-1");
        Look(wanted: 1).ShouldBeEmpty("a Redis that was started anew knows nobody for a moment");
        _time.Advance(TimeSpan.FromSeconds(10));

        Look(wanted: 1).ShouldBe([new(PoolAction.RemoveLost, "pool-1"), new(PoolAction.Start, "pool-1")]);
    }

    [Fact]
    public void Look_unwantedAgent_isRetiredWhenItHasBeenIdleForLongEnough()
    {
        LookAtBusy("pool-1", "pool-2");
        _time.Advance(TimeSpan.FromMinutes(9));
        LookAtBusy("pool-1").ShouldBe([new(PoolAction.Retire, "pool-2")], "nobody wants it, and it was idle for 9 minutes");
        _time.Advance(TimeSpan.FromMinutes(1));

        Look(wanted: 0, "pool-1", "pool-2").ShouldBe(
            [new(PoolAction.Retire, "pool-2")], "it did not hear, and the other was busy a minute ago");
    }

    [Fact]
    public void Look_retiredAgentThatLeavesAtOnce_isNotTakenForLost()
    {
        Look(wanted: 0, "pool-1");
        _time.Advance(TimeSpan.FromMinutes(5));
        Look(wanted: 0, "pool-1").ShouldBe([new(PoolAction.Retire, "pool-1")]);
        Look(wanted: 0).ShouldBeEmpty();
        _time.Advance(TimeSpan.FromSeconds(10));

        Look(wanted: 0).ShouldBe([new(PoolAction.Remove, "pool-1")]);
    }

    [Fact]
    public void Look_agentThatHasLeft_isRemoved()
    {
        _book.Look(new FlockOverview { Agents = [Agent("pool-1") with { IsDraining = true }] }).ShouldBeEmpty();
        _time.Advance(TimeSpan.FromSeconds(10));

        Look(wanted: 0).ShouldBe([new(PoolAction.Remove, "pool-1")]);
    }

    private IReadOnlyList<PoolStep> Look(int wanted, params string[] agents) => _book.Look(new FlockOverview
    {
        Agents = [.. agents.Select(Agent)],
        Runs = wanted == 0 ? [] :
        [
            new RunState { Id = new RunId("run"), Waiting = new Dictionary<string, int> { ["os=linux"] = wanted } },
        ],
    });

    private IReadOnlyList<PoolStep> LookAtBusy(params string[] busy) => _book.Look(new FlockOverview
    {
        Agents = [Agent("pool-1"), Agent("pool-2")],
        Work = [.. busy.Select(agent => new SlotWork { Agent = agent, Slot = 1, Run = new RunId("run") })],
    });

    private static AgentState Agent(string name) => new(
        new AgentDescription { Name = name, Slots = 1, Version = "1" }, IsDraining: false);

    private static PoolOptions Options()
    {
        var given = new Dictionary<string, string>
        {
            ["--broker"] = "amqp://rabbit",
            ["--coordination"] = "redis://:s3cret@redis",
            ["--name"] = "pool",
            ["--slots"] = "1",
            ["--capability"] = "os=linux",
            ["--most"] = "3",
        };
        return new PoolOptionsReader(new AgentSources(
            option => given.TryGetValue(option, out var value) ? [value] : [], _ => null, [])).Read().ShouldNotBeNull();
    }
}
