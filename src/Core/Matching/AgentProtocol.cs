using TestFlock.Contracts;
using TestFlock.Core.Coordination;

namespace TestFlock.Core.Matching;

/// <summary>Whether an agent and a run understand each other.</summary>
internal static class AgentProtocol
{
    public static bool Understands(AgentDescription agent, IVersioned run) => RangeOf(agent).Understands(run);

    /// <summary>For a person: which side is to be upgraded.</summary>
    /// <returns>Null when they do.</returns>
    public static string? WhyNot(AgentDescription agent, IVersioned run)
    {
        if (Understands(agent, run))
            return null;
        return run.Protocol > agent.Protocol
            ? $"understands protocol {RangeOf(agent)}, and this run needs {run.Protocol}: upgrade {agent.Name}"
            : $"understands protocol {RangeOf(agent)}, and this run speaks {run.Writer}: upgrade the TestFlock that "
                + "asks for this run";
    }

    private static ProtocolRange RangeOf(AgentDescription agent) => new(agent.OldestProtocol, agent.Protocol);
}
