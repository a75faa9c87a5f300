namespace TestFlock.Core.Settings;

/// <summary>The Allure results of the run.</summary>
public sealed record AllureOptions
{
    /// <summary>
    /// Where they are written, relative to the caller's results directory; default: <c>allure-results</c>.
    /// </summary>
    public required string Directory { get; init; }
}
