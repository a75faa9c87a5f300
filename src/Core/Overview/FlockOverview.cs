namespace TestFlock.Core.Overview;

/// <summary>The agents, runs and environments of one moment, for people and for whoever waits.</summary>
public sealed record FlockOverview
{
    /// <summary>Agents that live and serve everybody, by name.</summary>
    public IReadOnlyList<AgentState> Agents { get; init; } = [];

    /// <summary>Runs whose coordinators live, by id, which begins with the moment they began.</summary>
    public IReadOnlyList<RunState> Runs { get; init; } = [];

    /// <summary>Systems under test that a living run, or a lease, names.</summary>
    public IReadOnlyList<EnvironmentState> Environments { get; init; } = [];

    /// <summary>What slots do; of a very large flock only the oldest few thousand.</summary>
    public IReadOnlyList<SlotWork> Work { get; init; } = [];

    /// <summary>Slots of one machine that wait for its other runs; none where agents have slots of their own.</summary>
    public int WaitingForMachine { get; init; }

    /// <summary>Slots of the caller's machine that take nothing before their first test host has started.</summary>
    public int WaitingForHost { get; init; }

    public IEnumerable<SlotWork> WorkOf(AgentState agent) =>
        Work.Where(work => work.Agent == agent.Description.Name).OrderBy(work => work.Slot);
}
