namespace TestFlock.Core.Coordination;

/// <summary>What a run may claim of the slots and of the system under test.</summary>
public sealed record RunShare
{
    public required RunPriority Priority { get; init; }

    /// <summary>The system under test; null: no limit.</summary>
    public EnvironmentCapacity? Environment { get; init; }
}
