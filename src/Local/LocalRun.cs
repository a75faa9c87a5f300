using TestFlock.Contracts;
using TestFlock.Core.Coordination;

namespace TestFlock.Local;

/// <summary>What is known of one run; every member but the constants is guarded by the registry's gate.</summary>
internal sealed class LocalRun(RunManifest manifest, RunShare share)
{
    public RunManifest Manifest => manifest;

    public RunShare Share => share;

    public Dictionary<string, int> Ready { get; } = [];

    public Dictionary<BatchId, ClaimAnswer> Claims { get; } = [];

    /// <summary>Agents that pick nothing of it, by name.</summary>
    public HashSet<string> Shunned { get; } = [];

    public HashSet<LocalLease> Leases { get; } = [];

    /// <summary>
    /// Slot time already given to the run, divided by its weight: the run with the least is next in turn.
    /// </summary>
    public double VirtualTime { get; set; }

    public double Weight => share.Priority switch
    {
        RunPriority.Release => 4,
        RunPriority.Normal => 2,
        _ => 1,
    };
}
