using TestFlock.Agent.Serving;
using TestFlock.Core.Scaling;

namespace TestFlock.Agent.Provisioning;

/// <summary>How a pool of agents is kept; complete and checked.</summary>
internal sealed record PoolOptions
{
    /// <summary>What holds for each agent; its name is the pool's.</summary>
    public required AgentOptions Agent { get; init; }

    /// <summary>How many agents, and of what kind.</summary>
    public required PoolSize Size { get; init; }

    /// <summary>An agent without work for so long is retired when it is not wanted; default: 5 minutes.</summary>
    public required TimeSpan Idle { get; init; }

    /// <summary>An agent that has not come after so long is given up; default: 5 minutes.</summary>
    public required TimeSpan StartTimeout { get; init; }

    /// <summary>What starts agents and takes them away; null: processes on this machine.</summary>
    public required string? Command { get; init; }

    /// <summary>What was said on the command line for agents, but for their names and the servers.</summary>
    public required IReadOnlyList<string> AgentArguments { get; init; }

    /// <summary>Addresses of servers hold passwords, which command lines show to every user of the machine.</summary>
    public IReadOnlyDictionary<string, string> AgentVariables => new Dictionary<string, string>
    {
        [AgentSetting.Broker.Variable] = Agent.Broker.Uri.OriginalString,
        [AgentSetting.Coordination.Variable] = Agent.Coordination.Uri.OriginalString,
    };
}
