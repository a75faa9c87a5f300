using TestFlock.Core.Matching;
using TestFlock.Core.Overview;

namespace TestFlock.Core.Scaling;

/// <summary>How many agents of one kind are worth having.</summary>
/// <param name="Offered">What each of them offers.</param>
/// <param name="SlotsOfAgent">At least 1.</param>
/// <param name="Least">So many even when nothing waits.</param>
/// <param name="Most">Never more.</param>
public sealed record PoolSize(CapabilitySet Offered, int SlotsOfAgent, int Least, int Most)
{
    /// <param name="overview">The flock.</param>
    /// <param name="isOwn">Whether an agent of this name is one of them.</param>
    public int Of(FlockOverview overview, Func<string, bool> isOwn)
    {
        var demand = FlockDemand.Of(overview);
        var fitting = demand.Where(wanted => wanted.IsMetBy(Offered)).ToArray();
        var others = overview.Agents
            .Where(agent => !agent.IsDraining && !isOwn(agent.Description.Name))
            .Select(agent => (Offered: CapabilitySet.Of(agent.Description), agent.Description.Slots))
            .Where(agent => Array.Exists(fitting, wanted => wanted.IsMetBy(agent.Offered)))
            .ToArray();

        // What those others can also be used for takes slots from what we have in common.
        var shared = demand.Where(wanted => wanted.IsMetBy(Offered)
            || Array.Exists(others, agent => wanted.IsMetBy(agent.Offered)));
        var slots = Math.Min(
            fitting.Sum(wanted => (long)wanted.Slots),
            shared.Sum(wanted => (long)wanted.Slots) - others.Sum(agent => (long)agent.Slots));
        var agents = (slots + SlotsOfAgent - 1) / SlotsOfAgent;
        return (int)Math.Clamp(agents, Least, Most);
    }
}
