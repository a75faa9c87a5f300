namespace TestFlock.Core.Coordination;

/// <summary>What an agent says of itself.</summary>
public sealed record AgentDescription
{
    /// <summary>Unique among living agents.</summary>
    public required string Name { get; init; }

    /// <summary>At least 1.</summary>
    public required int Slots { get; init; }

    /// <summary>Name to value, such as <c>os</c> to <c>linux</c>; compared by requirements.</summary>
    public IReadOnlyDictionary<string, string> Capabilities { get; init; } = new Dictionary<string, string>();

    /// <summary>The program's version, for people.</summary>
    public required string Version { get; init; }

    public int Protocol { get; init; } = Contracts.ProtocolVersion.Current;
}
