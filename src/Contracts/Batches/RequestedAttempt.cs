namespace TestFlock.Contracts;

/// <summary>A try that the coordinator asks for.</summary>
public sealed record RequestedAttempt
{
    public required AttemptId Id { get; init; }

    public required TestCase Case { get; init; }

    /// <summary>The longest that it may execute; null: as the run's manifest says.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>The test's trace, as W3C's traceparent; null when nobody wants it.</summary>
    public string? TraceParent { get; init; }

    /// <summary>Whether <see cref="Timeout"/> is nobody's word, but what its last runs took, many times over.</summary>
    public bool IsTimeoutLearned { get; init; }

    /// <summary>
    /// The class of which nothing more runs once one of its tests has failed; null: the test is not of such a class.
    /// </summary>
    public string? IncrementalClass { get; init; }
}
