using TestFlock.Contracts;
using TestFlock.Core.Coordination;
using TestFlock.Core.Overview;

namespace TestFlock.Core.Runs;

/// <summary>What one look at queues, claims and agents brought up.</summary>
/// <param name="Unowned">Open batches that no queue held and no living agent ran at that moment.</param>
/// <param name="Agents">Those that lived.</param>
/// <param name="Overview">Null when nobody wanted it.</param>
internal sealed record Findings(
    IReadOnlySet<BatchId> Unowned, IReadOnlyList<AgentDescription> Agents, FlockOverview? Overview);
