using System.Runtime.CompilerServices;
using TestFlock.Contracts;

namespace TestFlock.Execution.Tests.Support;

/// <summary>Test cases of the suite that does what their names say.</summary>
internal static class ScriptedSuite
{
    public static string Source { get; } = Built(Path.Combine("Scripted", "Suite"), "Scripted.dll");

#if DEBUG
    private const string Configuration = "Debug";
#else
    private const string Configuration = "Release";
#endif

    public static TestCase Case(string script, Guid? id = null, string type = "Scripted") => new()
    {
        Id = id ?? Guid.NewGuid(),
        FullyQualifiedName = $"{type}.Test",
        DisplayName = script,
        Source = Source,
        ExecutorUri = "executor://MSTestAdapter/v4",
    };

    /// <summary>The output of another project below <c>tests</c>.</summary>
    public static string Built(string project, string file) =>
        Path.GetFullPath(Path.Combine(Here(), "..", "..", project, "bin", Configuration, "net10.0", file));

    private static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
