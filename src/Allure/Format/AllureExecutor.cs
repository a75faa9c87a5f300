namespace TestFlock.Allure.Format;

/// <summary>The build that the run belongs to.</summary>
internal sealed record AllureExecutor
{
    public required string Name { get; init; }

    /// <summary>One that the report has a picture for, such as <c>github</c>.</summary>
    public required string Type { get; init; }

    public string? Url { get; init; }

    public long? BuildOrder { get; init; }

    public string? BuildName { get; init; }

    public string? BuildUrl { get; init; }

    public string? ReportName { get; init; }
}
