namespace TestFlock.Contracts;

/// <summary>What one delivery carries: units that one slot runs in order.</summary>
public sealed record Batch : IVersioned
{
    public int Writer { get; init; } = ProtocolVersion.Current;

    public int Protocol { get; init; } = ProtocolVersion.Oldest;

    public required RunId Run { get; init; }

    public required BatchId Id { get; init; }

    /// <summary>What an agent must offer, in canonical form; empty when any agent will do.</summary>
    public string Requirements { get; init; } = "";

    public required IReadOnlyList<Unit> Units { get; init; }

    /// <summary>Whether it needs a process that has run nothing before, as a further attempt does.</summary>
    public bool Afresh { get; init; }

    /// <summary>What history expects it to take; zero when unknown.</summary>
    public TimeSpan ExpectedDuration { get; init; }
}
