namespace TestFlock.Contracts;

/// <summary>
/// What a slot tells the coordinator about one batch: some events, in the order in which they happened.
/// </summary>
public sealed record AgentReport : IVersioned
{
    public int Writer { get; init; } = ProtocolVersion.Current;

    public int Protocol { get; init; } = ProtocolVersion.Oldest;

    public required RunId Run { get; init; }

    public required BatchId Batch { get; init; }

    /// <summary>
    /// New each time a delivered batch is executed: after a redelivery it tells the results of the dead execution from
    /// those of the living one.
    /// </summary>
    public required Guid Execution { get; init; }

    public required string Agent { get; init; }

    /// <summary>From 1.</summary>
    public required int Slot { get; init; }

    /// <summary>
    /// The number of the first of the events among all of the execution, from 1: what is delivered twice is known by
    /// it. 0: the agent does not number them.
    /// </summary>
    public long FirstEvent { get; init; }

    public required IReadOnlyList<AgentEvent> Events { get; init; }
}
