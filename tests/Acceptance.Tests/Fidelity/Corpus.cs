using TestFlock.Acceptance.Tests.Support;

namespace TestFlock.Acceptance.Tests.Fidelity;

/// <summary>
/// One of the hostile corpora, built for one version of its framework: natively, and with TestFlock in front.
/// </summary>
public sealed record Corpus(string Name, string Project, string Variant, params string[] Versions)
{
    public static IReadOnlyList<Corpus> All { get; } =
    [
        new("NUnit adapter 6", "NUnit", "6.3.1"),
        new("NUnit adapter 5", "NUnit", "5.2.0", "-p:NUnitAdapterVersion=5.2.0", "-p:NUnitVersion=4.4.0"),
        new("xUnit v2", "XunitV2", "3.1.5"),
        new("xUnit v3", "XunitV3", "3.1.5"),
        new("MSTest 4", "MSTest", "4.4.0"),
        new("MSTest 3", "MSTest", "3.8.3", "-p:MSTestVersion=3.8.3"),
    ];

    public string Assembly => $"Corpus.{Project}.dll";

    private string Folder => Path.Combine(Repository.Folder, "tests", "Corpora", Project);

    /// <returns>The output folder.</returns>
    public Task<string> BuildNativeAsync() => BuildAsync($"{Variant}-native", "-p:TestFlockEnabled=false");

    /// <returns>The output folder.</returns>
    public Task<string> BuildWithTestFlockAsync() => BuildAsync(Variant);

    private async Task<string> BuildAsync(string variant, params string[] options)
    {
        var build = await Command.RunAsync(
            "dotnet", Repository.Folder, Command.PlainEnvironment,
            ["build", Folder, "-v", "quiet", "-maxcpucount:1", .. Versions, .. options]);
        build.ShouldSucceed();
        return Path.Combine(Folder, "bin", variant, "Debug", "net10.0");
    }
}
