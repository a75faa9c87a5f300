using System.Collections.Concurrent;
using TestFlock.Core.Coordination;
using TestFlock.Core.Matching;

namespace TestFlock.Local;

/// <summary>
/// The sets of requirements that runs have asked for, each compared once with what this agent offers.
/// </summary>
internal sealed class MetRequirements(AgentDescription agent)
{
    private readonly CapabilitySet _capabilities = CapabilitySet.Of(agent);
    private readonly ConcurrentDictionary<string, bool> _known = new();

    /// <param name="requirements">In canonical form.</param>
    public bool IsMet(string requirements) => _known.GetOrAdd(
        requirements, text => RequirementSet.TryParse(text, out var set, out _) && set.IsMetBy(_capabilities));
}
