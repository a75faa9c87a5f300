namespace TestFlock.Allure.Format;

/// <summary>A kind of failure; the first that fits a result has it.</summary>
internal sealed record AllureCategory
{
    public required string Name { get; init; }

    /// <summary>Must match the whole message.</summary>
    public string? MessageRegex { get; init; }

    public IReadOnlyList<string>? MatchedStatuses { get; init; }

    public bool? Flaky { get; init; }
}
