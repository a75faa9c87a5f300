using TestFlock.Contracts;
using TestFlock.Core.Coordination;
using TestFlock.Core.Progress;

namespace TestFlock.Core.Overview;

/// <summary>A run whose coordinator lives. What a coordinator of an earlier version does not tell is null.</summary>
public sealed record RunState
{
    public required RunId Id { get; init; }

    public string? Suite { get; init; }

    /// <summary>Who asked for it, for people.</summary>
    public string? Owner { get; init; }

    public RunPriority Priority { get; init; } = RunPriority.Normal;

    /// <summary>Empty when no environment bounds the run.</summary>
    public string Environment { get; init; } = "";

    /// <summary>How long it has been known.</summary>
    public TimeSpan? OpenFor { get; init; }

    /// <summary>Whether its tests are being stopped.</summary>
    public bool IsStopping { get; init; }

    /// <summary>Batches that wait in queues, by what they require in canonical form.</summary>
    public IReadOnlyDictionary<string, int> Waiting { get; init; } = new Dictionary<string, int>();

    /// <summary>As its coordinator told a few seconds ago.</summary>
    public RunProgress? Progress { get; init; }
}
