using TestFlock.Contracts;

namespace TestFlock.Core.Reporting;

/// <summary>Everything there is to know about one try of one test case.</summary>
public sealed record FinishedAttempt
{
    public required AttemptId Id { get; init; }

    public required AttemptPlace Place { get; init; }

    public required AttemptEnd End { get; init; }

    /// <summary>For every end but a completed one: what happened and the cure.</summary>
    public string? Reason { get; init; }

    /// <summary>Null when the test never began.</summary>
    public DateTimeOffset? Began { get; init; }

    public required DateTimeOffset Ended { get; init; }

    public required IReadOnlyList<TestResult> Results { get; init; }
}
