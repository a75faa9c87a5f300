using System.Diagnostics.CodeAnalysis;

namespace TestFlock.TestAdapter;

/// <summary>Where a framework's adapter lies in a test output folder, and what that means.</summary>
/// <remarks>
/// The platform loads every <c>*TestAdapter.dll</c> of the top folder, and nothing from below it.
/// </remarks>
internal static class VsAdapterFolder
{
    /// <summary>The sub-folder that the package's targets move framework adapters to.</summary>
    public const string Name = "testflock";

    /// <summary>
    /// Whether the platform itself loads the framework's adapter, because it still is in the top folder.
    /// </summary>
    public static bool IsLoadedByPlatform(VsFramework framework, string outputFolder) =>
        File.Exists(Path.Combine(outputFolder, framework.AdapterFile));

    /// <summary>Finds the adapter's file; none is there when the project does not use the framework.</summary>
    public static bool TryFind(VsFramework framework, string outputFolder, [NotNullWhen(true)] out string? path)
    {
        // A copy in the top folder is the one that the platform has loaded: the same assembly cannot be loaded twice.
        path = IsLoadedByPlatform(framework, outputFolder)
            ? Path.Combine(outputFolder, framework.AdapterFile)
            : Path.Combine(outputFolder, Name, framework.AdapterFile);
        if (File.Exists(path))
            return true;

        path = null;
        return false;
    }
}
