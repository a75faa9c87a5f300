namespace TestFlock.Allure.Format;

/// <summary>Why a result has its status.</summary>
internal sealed record AllureStatusDetails
{
    public string? Message { get; init; }

    public string? Trace { get; init; }

    public string? Expected { get; init; }

    public string? Actual { get; init; }

    public bool? Flaky { get; init; }

    public bool? Known { get; init; }

    public bool? Muted { get; init; }
}
