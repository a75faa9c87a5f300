using System.Diagnostics.CodeAnalysis;

namespace TestFlock.TestAdapter;

/// <summary>
/// A framework's adapter that still lies in the top folder. The platform may take either executor, the framework's or
/// ours, and tells nobody which: so whoever wants the tests to go elsewhere must hear of it from another executor.
/// </summary>
internal static class VsLeftBehind
{
    /// <summary>
    /// Describes what lies there, once: for a run by sources the platform calls the executors of all frameworks, and
    /// the first of those that are certainly ours speaks.
    /// </summary>
    public static bool TryDescribe(
        VsFramework speaker, string outputFolder, [NotNullWhen(true)] out string? description)
    {
        var isLeft = VsFramework.All.ToLookup(framework => VsAdapterFolder.IsLoadedByPlatform(framework, outputFolder));
        description = isLeft[true].Any() && isLeft[false].FirstOrDefault() == speaker
            ? Describe(isLeft[true].Select(framework => framework.AdapterFile).Distinct(), outputFolder)
            : null;
        return description is not null;
    }

    private static string Describe(IEnumerable<string> files, string outputFolder) =>
        $"TestFlock is not in front of '{string.Join("', '", files)}', which lies beside TestFlock.TestAdapter.dll " +
        $"in '{outputFolder}': its tests may run in this process. Build the test project again; if several projects " +
        "share this output folder, give each of them TestFlock.TestAdapter.";
}
