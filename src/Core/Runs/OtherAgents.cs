using TestFlock.Contracts;
using TestFlock.Core.Coordination;
using TestFlock.Core.Matching;

namespace TestFlock.Core.Runs;

/// <summary>
/// Sends what went wrong on one agent to the others, as long as there are others: the requirement that an agent is not
/// that one, on top of what the tests ask for.
/// </summary>
internal sealed class OtherAgents(RunPlan plan)
{
    private readonly HashSet<string> _sick = [];
    private IReadOnlyList<AgentDescription> _living = [];

    /// <summary>Those that lived when one looked last.</summary>
    public void Learn(IReadOnlyList<AgentDescription> living) => _living = living;

    /// <summary>From here on nothing is to go to this agent that can go elsewhere.</summary>
    public void Shun(string agent) => _sick.Add(agent);

    public bool IsSick(string agent) => _sick.Contains(agent);

    /// <param name="batch">With the requirements of its tests.</param>
    /// <param name="avoided">Names of agents.</param>
    /// <returns>The batch for other agents than these; as it was when there are none.</returns>
    public Batch Prefer(Batch batch, IReadOnlyCollection<string> avoided)
    {
        if (!RequirementSet.TryParse(batch.Requirements, out var requirements, out _))
            return batch;
        string[] all = [.. avoided.Union(_sick)];
        foreach (var name in all.Where(name => name.Length > 0))
        {
            // A name that no requirement can hold is one that nobody can keep away from.
            if (!RequirementSet.TryParse($"{AgentDescription.NameCapability}!={name}", out var other, out _))
                return batch;
            requirements = requirements.And(other);
        }

        var preferred = requirements.Canonical;
        return preferred != batch.Requirements && AreThere(preferred, all)
            ? batch with { Requirements = preferred }
            : batch;
    }

    /// <summary>Whether any agent lives that meets this, and is none of the avoided.</summary>
    public bool AreThere(string requirements, IReadOnlyCollection<string> avoided) =>
        RequirementSet.TryParse(requirements, out var set, out _)
        && _living.Any(agent => !avoided.Contains(agent.Name)
            && AgentProtocol.Understands(agent, plan.Manifest) && set.IsMetBy(CapabilitySet.Of(agent)));
}
