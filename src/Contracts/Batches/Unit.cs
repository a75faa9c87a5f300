namespace TestFlock.Contracts;

/// <summary>The smallest set of test cases that is never split: one slot, in order, one process.</summary>
public sealed record Unit
{
    /// <summary>What a person calls it: the method, class, group or assembly that holds it together.</summary>
    public required string Name { get; init; }

    public required IReadOnlyList<RequestedAttempt> Attempts { get; init; }
}
