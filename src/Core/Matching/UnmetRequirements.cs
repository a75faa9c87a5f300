using TestFlock.Contracts;
using TestFlock.Core.Coordination;

namespace TestFlock.Core.Matching;

/// <summary>Tells a person why no agent can run a test.</summary>
public static class UnmetRequirements
{
    private const int MostAgentsTold = 3;

    /// <summary>Which requirements fail on which agents, the nearest agents first.</summary>
    /// <param name="requirements">What is asked, in whole.</param>
    /// <param name="agents">The agents that live.</param>
    /// <param name="run">Who asks, in which protocol.</param>
    public static string Explain(
        RequirementSet requirements, IReadOnlyCollection<AgentDescription> agents, IVersioned run)
    {
        if (agents.Count == 0)
            {
            var wanted = requirements.IsEmpty ? "" : $" that offers {Describe(requirements)}";
            return $"No agent is alive. Start one{wanted}: testflock agent.";
        }


        var nearest = agents
            .Select(agent => new Candidate(
                agent, requirements.FindUnmet(CapabilitySet.Of(agent)), AgentProtocol.WhyNot(agent, run)))
            .OrderBy(candidate => candidate.Lacks)
            .ThenBy(candidate => candidate.Agent.Name, StringComparer.Ordinal)
            .ToArray();
        if (nearest[0].Lacks == 0)
            return $"Agent {nearest[0].Agent.Name} offers {Describe(requirements)}.";

        var told = nearest.Take(MostAgentsTold).Select(Tell);
        var untold = nearest.Length - MostAgentsTold;
        var rest = untold > 0 ? $" {untold} more lack at least as much." : "";
        var cure = nearest[0].Unmet.Count > 0
            ? " Start an agent that does (testflock agent --capability name=value), or ask for less."
            : "";
        return $"None of {agents.Count} living agents offers {Describe(requirements)}. Nearest: "
            + $"{string.Join("; ", told)}.{rest}{cure}";
    }

    /// <summary>Which requirements fail on one machine.</summary>
    internal static string Tell(RequirementSet requirements, AgentDescription machine) =>
        Tell(new Candidate(machine, requirements.FindUnmet(CapabilitySet.Of(machine)), Protocol: null));

    private static string Describe(RequirementSet requirements) =>
        requirements.IsEmpty ? "a slot for this run" : string.Join("; ", requirements.All);

    private static string Tell(Candidate candidate)
    {
        var (agent, unmet, protocol) = candidate;
        var fails = unmet.Count == 0
            ? "" : $" fails {string.Join(" and ", unmet.Select(requirement => Tell(agent, requirement)))}";
        return $"{agent.Name}{fails}{(protocol is null ? "" : $" {protocol}")}";
    }

    private static string Tell(AgentDescription agent, Requirement requirement)
    {
        var offered = agent.Capabilities
            .FirstOrDefault(capability => capability.Key.Equals(requirement.Name, StringComparison.OrdinalIgnoreCase));
        return offered.Key is null
            ? $"{requirement} (it offers no {requirement.Name})"
            : $"{requirement} (it offers {offered.Key}={offered.Value})";
    }

    /// <param name="Agent">Who might have run the test.</param>
    /// <param name="Unmet">What it lacks.</param>
    /// <param name="Protocol">Why it cannot talk to the run; null when it can.</param>
    private sealed record Candidate(AgentDescription Agent, IReadOnlyList<Requirement> Unmet, string? Protocol)
    {
        public int Lacks => Unmet.Count + (Protocol is null ? 0 : 1);
    }
}
