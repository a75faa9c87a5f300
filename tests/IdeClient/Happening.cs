namespace TestFlock.IdeClient;

/// <summary>What the test platform told, one JSON object a line on standard output.</summary>
internal sealed record Happening
{
    /// <summary>
    /// case, result, message, attached, cancel right before that is asked for, or complete; done when the request is.
    /// </summary>
    public required string What { get; init; }

    public Guid? Id { get; init; }

    public string? FullyQualifiedName { get; init; }

    public string? DisplayName { get; init; }

    public string? Outcome { get; init; }

    /// <summary>
    /// A result's error message, a message's text, the file of an attached process, or the error that ended the run.
    /// </summary>
    public string? Text { get; init; }

    /// <summary>A result's standard output.</summary>
    public string? Output { get; init; }

    /// <summary>The agent that a result names.</summary>
    public string? Agent { get; init; }

    public string? Level { get; init; }

    /// <summary>What a debugger was asked to attach itself to.</summary>
    public int? ProcessId { get; init; }

    public bool IsCancelled { get; init; }

    public bool IsAborted { get; init; }
}
