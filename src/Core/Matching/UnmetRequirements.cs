using TestFlock.Core.Coordination;

namespace TestFlock.Core.Matching;

/// <summary>Tells a person why no agent can run a test.</summary>
public static class UnmetRequirements
{
    private const int MostAgentsTold = 3;

    /// <summary>Which requirements fail on which agents, the nearest agents first.</summary>
    /// <param name="requirements">What is asked, in whole.</param>
    /// <param name="agents">The agents that live.</param>
    public static string Explain(RequirementSet requirements, IReadOnlyCollection<AgentDescription> agents)
    {
        if (agents.Count == 0)
            return $"No agent is alive. Start one that offers {Describe(requirements)}: testflock agent.";

        var nearest = agents
            .Select(agent => (Agent: agent, Unmet: requirements.FindUnmet(new CapabilitySet(agent.Capabilities))))
            .OrderBy(candidate => candidate.Unmet.Count)
            .ThenBy(candidate => candidate.Agent.Name, StringComparer.Ordinal)
            .ToArray();
        if (nearest[0].Unmet.Count == 0)
            return $"Agent {nearest[0].Agent.Name} offers {Describe(requirements)}.";

        var told = nearest.Take(MostAgentsTold).Select(candidate => Tell(candidate.Agent, candidate.Unmet));
        var untold = nearest.Length - MostAgentsTold;
        var rest = untold > 0 ? $" {untold} more lack at least as much." : "";
        return $"None of {agents.Count} living agents offers {Describe(requirements)}. "
            + $"Nearest: {string.Join("; ", told)}.{rest} "
            + "Start an agent that does (testflock agent --capability name=value), or ask for less.";
    }

    private static string Describe(RequirementSet requirements) =>
        requirements.IsEmpty ? "a slot" : string.Join("; ", requirements.All);

    private static string Tell(AgentDescription agent, IReadOnlyList<Requirement> unmet) =>
        $"{agent.Name} fails {string.Join(" and ", unmet.Select(requirement => Tell(agent, requirement)))}";

    private static string Tell(AgentDescription agent, Requirement requirement)
    {
        var offered = agent.Capabilities
            .FirstOrDefault(capability => capability.Key.Equals(requirement.Name, StringComparison.OrdinalIgnoreCase));
        return offered.Key is null
            ? $"{requirement} (it offers no {requirement.Name})"
            : $"{requirement} (it offers {offered.Key}={offered.Value})";
    }
}
