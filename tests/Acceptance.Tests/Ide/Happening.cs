namespace TestFlock.Acceptance.Tests.Ide;

/// <summary>What the test platform told the explorer; see the class of this name in tests/IdeClient.</summary>
public sealed record Happening
{
    public required string What { get; init; }

    public Guid Id { get; init; }

    public string FullyQualifiedName { get; init; } = "";

    public string DisplayName { get; init; } = "";

    public string Outcome { get; init; } = "None";

    public string? Text { get; init; }

    public string? Output { get; init; }

    public string? Agent { get; init; }

    public string? Level { get; init; }

    public int ProcessId { get; init; }

    public bool IsCancelled { get; init; }

    public bool IsAborted { get; init; }
}
