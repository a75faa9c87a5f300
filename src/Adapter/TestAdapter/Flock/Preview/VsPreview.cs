using Microsoft.VisualStudio.TestPlatform.ObjectModel;

namespace TestFlock.TestAdapter.Flock.Preview;

/// <summary>What the native run would do.</summary>
internal sealed record VsPreview
{
    /// <summary>The test cases that would be executed, in the framework's order.</summary>
    public required IReadOnlyList<TestCase> ToRun { get; init; }

    /// <summary>Results that the native run gives without executing the test, such as NUnit's for explicit tests.</summary>
    public IReadOnlyList<TestResult> Settled { get; init; } = [];

    /// <summary>
    /// The run settings that make another process treat these test cases as the native run would; null when the
    /// caller's do.
    /// </summary>
    public string? SettingsXml { get; init; }
}
