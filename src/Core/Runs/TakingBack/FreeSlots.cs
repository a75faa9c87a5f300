using TestFlock.Core.Coordination;
using TestFlock.Core.Matching;
using TestFlock.Core.Overview;
using TestFlock.Core.Reporting;

namespace TestFlock.Core.Runs.TakingBack;

/// <summary>
/// The slots of one moment that have nothing to do and that a run may use, as far as its coordinator knows.
/// </summary>
internal sealed class FreeSlots
{
    private readonly List<(CapabilitySet Offers, int Free)> _agents = [];
    private int _left;

    /// <param name="plan">The run.</param>
    /// <param name="busy">The slots that have its batches.</param>
    /// <param name="agents">Who lives, and takes anything of the run.</param>
    /// <param name="around">What others did when one looked last.</param>
    public FreeSlots(
        RunPlan plan,
        IReadOnlyCollection<AttemptPlace> busy,
        IReadOnlyList<(AgentDescription Agent, CapabilitySet Offers)> agents,
        FlockOverview around)
    {
        var others = around.Work.Where(work => work.Run != plan.Manifest.Run).ToArray();
        var leaving = around.Agents.Where(agent => agent.IsDraining)
            .Select(agent => agent.Description.Name).ToHashSet();
        foreach (var (agent, offers) in agents.Where(of => !leaving.Contains(of.Agent.Name)))
        {
            var taken = busy.Count(place => place.Agent == agent.Name)
                + others.Count(work => work.Agent == agent.Name);
            if (agent.Slots > taken)
                _agents.Add((offers, agent.Slots - taken));
        }

        _left = _agents.Sum(agent => agent.Free) - around.WaitingForMachine - around.WaitingForHost;
        if (plan.Share.Environment is { } environment)
        {
            var room = environment.Capacity - busy.Count
                - others.Count(work => work.Environment == environment.Name);
            _left = Math.Min(_left, room);
        }
    }

    /// <summary>Whether one is there that meets this; then it counts as taken.</summary>
    /// <param name="requirements">In canonical form.</param>
    public bool TryTake(string requirements)
    {
        if (_left <= 0 || !RequirementSet.TryParse(requirements, out var set, out _))
            return false;
        var index = _agents.FindIndex(agent => agent.Free > 0 && set.IsMetBy(agent.Offers));
        if (index < 0)
            return false;
        _agents[index] = _agents[index] with { Free = _agents[index].Free - 1 };
        _left--;
        return true;
    }
}
