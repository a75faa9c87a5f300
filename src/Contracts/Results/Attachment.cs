namespace TestFlock.Contracts;

/// <summary>One attached file.</summary>
public sealed record Attachment
{
    /// <summary>The full path where the writer of this message has the file.</summary>
    public required string Path { get; init; }

    /// <summary>The file, when the reader of this message has no such path; null when it has.</summary>
    public StoredContent? Stored { get; init; }

    public string? Description { get; init; }
}
