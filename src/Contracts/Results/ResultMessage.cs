namespace TestFlock.Contracts;

/// <summary>One piece of a result's output; <see cref="Category"/> is VSTest's, such as <c>StdOutMsgs</c>.</summary>
public sealed record ResultMessage
{
    public required string Category { get; init; }

    /// <summary>Null when the adapter gave none.</summary>
    public string? Text { get; init; }
}
