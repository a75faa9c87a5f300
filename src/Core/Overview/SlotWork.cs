using TestFlock.Contracts;

namespace TestFlock.Core.Overview;

/// <summary>A slot that has work.</summary>
public sealed record SlotWork
{
    /// <summary>The agent's name; it may be a caller's own machine, which is not among the agents.</summary>
    public required string Agent { get; init; }

    /// <summary>From 1.</summary>
    public required int Slot { get; init; }

    public required RunId Run { get; init; }

    /// <summary>Empty when no environment bounds the run.</summary>
    public string Environment { get; init; } = "";

    /// <summary>
    /// What it runs, for people; null while it has taken nothing from the queue, and from agents that do not tell.
    /// </summary>
    public string? What { get; init; }

    /// <summary>How long it has it.</summary>
    public TimeSpan For { get; init; }
}
