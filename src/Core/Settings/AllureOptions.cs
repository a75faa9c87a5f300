namespace TestFlock.Core.Settings;

/// <summary>The Allure results of the run.</summary>
public sealed record AllureOptions
{
    /// <summary>
    /// Where they are written, relative to the caller's results directory; null: where the user's own
    /// <c>allureConfig.json</c> says, or <c>allure-results</c>.
    /// </summary>
    public string? Directory { get; init; }

    /// <summary>
    /// Whether what an earlier run of the same test assemblies wrote there is removed first; default: true. What stays
    /// is taken for earlier attempts of the same tests.
    /// </summary>
    public bool Clean { get; init; } = true;
}
