using TestFlock.Core.Scaling;

namespace TestFlock.Core.Progress;

/// <summary>How far a run is; small enough to be sent with every heartbeat.</summary>
public sealed record RunProgress
{
    /// <summary>Test cases that were asked for.</summary>
    public required int Total { get; init; }

    /// <summary>Those that have their final outcome.</summary>
    public required int Done { get; init; }

    public required int Failed { get; init; }

    /// <summary>Passed after a failed attempt.</summary>
    public required int Flaky { get; init; }

    /// <summary>Slots that have a batch of the run in hand.</summary>
    public required int SlotsBusy { get; init; }

    /// <summary>What is left takes at least so long on these slots; null while nothing can be said.</summary>
    public TimeSpan? LeftAtLeast { get; init; }

    /// <summary>And at most so long, however unlucky the order, if history tells true and the slots stay.</summary>
    public TimeSpan? LeftAtMost { get; init; }

    /// <summary>Null when what can run, runs.</summary>
    public WaitReason? WaitsFor { get; init; }

    /// <summary>
    /// Slots that the run could use, for each set of requirements; null from coordinators that do not tell.
    /// </summary>
    public IReadOnlyList<WantedSlots>? Wanted { get; init; }
}
