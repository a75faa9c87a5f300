using TestFlock.Core.Coordination;

namespace TestFlock.Core.Matching;

/// <summary>
/// What an agent offers, ready to be compared: names and values in lower case. A capability may have several values,
/// separated by commas, such as the .NET versions of a machine.
/// </summary>
public sealed class CapabilitySet
{
    private readonly Dictionary<string, IReadOnlyList<string>> _values = [];

    public CapabilitySet(IReadOnlyDictionary<string, string> capabilities)
    {
        foreach (var (name, value) in capabilities)
        {
            var values = value.ToLowerInvariant()
                .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            // A capability without a value is there all the same.
            _values[name.ToLowerInvariant()] = values.Length == 0 ? [""] : values;
        }
    }

    /// <summary>Whether it is taken to hold what it says nothing of.</summary>
    internal bool IsTrusted { get; private init; }

    public static CapabilitySet Of(AgentDescription agent) => new(agent.Capabilities) { IsTrusted = agent.IsTrusted };

    /// <summary>The values; none when the agent lacks the capability.</summary>
    internal IReadOnlyList<string> Find(string name) => _values.GetValueOrDefault(name) ?? [];
}
