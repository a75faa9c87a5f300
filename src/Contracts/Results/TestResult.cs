namespace TestFlock.Contracts;

/// <summary>One result as the framework's adapter recorded it; a test case can give several in one attempt.</summary>
public sealed record TestResult
{
    public required Outcome Outcome { get; init; }

    /// <summary>Null: the test case's own.</summary>
    public string? DisplayName { get; init; }

    public string? ErrorMessage { get; init; }

    public string? ErrorStackTrace { get; init; }

    /// <summary>Standard output, standard error and what else the adapter wrote, in order.</summary>
    public IReadOnlyList<ResultMessage> Messages { get; init; } = [];

    public TimeSpan Duration { get; init; }

    public DateTimeOffset StartTime { get; init; }

    public DateTimeOffset EndTime { get; init; }

    public string? ComputerName { get; init; }

    public IReadOnlyList<AttachmentSet> Attachments { get; init; } = [];

    public IReadOnlyList<Trait> Traits { get; init; } = [];

    public IReadOnlyList<PropertyValue> Properties { get; init; } = [];
}
