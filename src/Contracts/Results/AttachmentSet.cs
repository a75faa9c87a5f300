namespace TestFlock.Contracts;

/// <summary>Files that a test or a data collector attached, under the name of who attached them.</summary>
public sealed record AttachmentSet
{
    public required string Uri { get; init; }

    public required string DisplayName { get; init; }

    public required IReadOnlyList<Attachment> Items { get; init; }
}
