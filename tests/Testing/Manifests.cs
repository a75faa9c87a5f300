using TestFlock.Contracts;

namespace TestFlock.Testing;

/// <summary>Manifests of runs of which nothing matters but what a test names.</summary>
public static class Manifests
{
    public static RunManifest Plain { get; } = new()
    {
        Run = new RunId("run-1"),
        Suite = "shop",
        Isolation = Isolation.Process,
        SettingsXml = "<RunSettings/>",
        WorkingDirectory = ".",
    };
}
