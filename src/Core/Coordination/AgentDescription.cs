using TestFlock.Contracts;

namespace TestFlock.Core.Coordination;

/// <summary>What an agent says of itself.</summary>
public sealed record AgentDescription
{
    /// <summary>The capability that holds an agent's own name, so that a test can be kept away from it.</summary>
    public const string NameCapability = "agent";

    /// <summary>Unique among living agents.</summary>
    public required string Name { get; init; }

    /// <summary>At least 1.</summary>
    public required int Slots { get; init; }

    /// <summary>Name to value, such as <c>os</c> to <c>linux</c>; compared by requirements.</summary>
    public IReadOnlyDictionary<string, string> Capabilities { get; init; } = new Dictionary<string, string>();

    /// <summary>
    /// Whether it is taken to offer what it says nothing of. Default no; so is the caller's own machine where its user
    /// sent the tests there.
    /// </summary>
    public bool IsTrusted { get; init; }

    /// <summary>The program's version, for people.</summary>
    public required string Version { get; init; }

    /// <summary>The newest protocol that it understands.</summary>
    public int Protocol { get; init; } = ProtocolVersion.Current;

    /// <summary>The oldest. Agents of protocol 1 say nothing of it.</summary>
    public int OldestProtocol { get; init; } = 1;
}
