namespace TestFlock.Contracts;

/// <summary>A try that the coordinator asks for.</summary>
public sealed record RequestedAttempt
{
    public required AttemptId Id { get; init; }

    public required TestCase Case { get; init; }
}
