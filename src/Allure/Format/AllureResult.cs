namespace TestFlock.Allure.Format;

/// <summary>One attempt, as both generations of the report read it. What is null is left out, never written.</summary>
internal sealed record AllureResult
{
    public required string Uuid { get; init; }

    public required string HistoryId { get; init; }

    public required string TestCaseId { get; init; }

    public required string FullName { get; init; }

    public required IReadOnlyList<string> TitlePath { get; init; }

    public required string Name { get; init; }

    public string? Description { get; init; }

    /// <summary>One of <see cref="AllureStatus"/>.</summary>
    public required string Status { get; init; }

    public AllureStatusDetails? StatusDetails { get; init; }

    /// <summary><c>finished</c>, or <c>interrupted</c> for what never came to its own end.</summary>
    public required string Stage { get; init; }

    /// <summary>
    /// Milliseconds since 1970, in UTC; among attempts of one test the greatest is the one that counts.
    /// </summary>
    public required long Start { get; init; }

    /// <summary>Milliseconds since 1970, in UTC; after <see cref="Start"/>.</summary>
    public required long Stop { get; init; }

    public required IReadOnlyList<AllureLabel> Labels { get; init; }

    public required IReadOnlyList<AllureLink> Links { get; init; }

    public required IReadOnlyList<AllureParameter> Parameters { get; init; }

    public required IReadOnlyList<AllureAttachment> Attachments { get; init; }
}
