using TestFlock.Core.Settings;

namespace TestFlock.Allure;

/// <summary>What a report needs to know of the run beyond its events.</summary>
public sealed record AllureRun
{
    public required AllureOptions Options { get; init; }

    /// <summary>Full paths of the test assemblies; not empty.</summary>
    public required IReadOnlyList<string> Sources { get; init; }

    /// <summary>Full path of where the caller keeps results.</summary>
    public required string ResultsDirectory { get; init; }

    /// <summary>The coordinator's.</summary>
    public required string LogFile { get; init; }

    /// <summary>Of TestFlock.</summary>
    public required string Version { get; init; }

    /// <summary>The caller's variables.</summary>
    public required IReadOnlyDictionary<string, string> Environment { get; init; }
}
