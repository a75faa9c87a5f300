using System.Reflection;
using Microsoft.VisualStudio.TestPlatform.ObjectModel.Adapter;
using TestFlock.Contracts;

namespace TestFlock.TestAdapter.Flock;

/// <summary>What the coordinator must know of the platform's call.</summary>
internal static class VsOpenRun
{
    private const string ResultsFolder = "TestResults";

    public static OpenRun For(IReadOnlyList<string> sources, IRunContext context) => new()
    {
        AdapterVersion = Version(typeof(VsOpenRun).Assembly),
        SettingsXml = context.RunSettings?.SettingsXml ?? "<RunSettings/>",
        Sources = [.. sources.Select(Path.GetFullPath)],
        WorkingDirectory = Directory.GetCurrentDirectory(),
        ResultsDirectory = Path.GetFullPath(
            string.IsNullOrEmpty(context.TestRunDirectory) ? ResultsFolder : context.TestRunDirectory),
    };

    private static string Version(Assembly assembly) =>
        assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion
        ?? assembly.GetName().Version?.ToString()
        ?? "unknown";
}
