namespace TestFlock.Contracts;

/// <summary>Files that a test or a data collector attached, under the name of who attached them.</summary>
public sealed record AttachmentSet
{
    /// <summary>
    /// The <see cref="Uri"/> of what Allure's own adapters in a test process wrote, which is for that report alone.
    /// </summary>
    public const string OfAllure = "testflock://allure-results";

    public required string Uri { get; init; }

    public required string DisplayName { get; init; }

    public required IReadOnlyList<Attachment> Items { get; init; }
}
