using System.Runtime.InteropServices;

namespace TestFlock.Agent.Machine;

/// <summary>The versions of .NET beside the one that runs this program.</summary>
internal sealed record InstalledDotnet(
    IReadOnlyList<string> Runtimes,
    IReadOnlyList<string> AspNetCore,
    IReadOnlyList<string> WindowsDesktop,
    IReadOnlyList<string> Sdks)
{
    public static InstalledDotnet Find()
    {
        // …/shared/Microsoft.NETCore.App/10.0.1/
        var runtime = new DirectoryInfo(RuntimeEnvironment.GetRuntimeDirectory());
        var root = runtime.Parent?.Parent?.Parent;
        return root is null
            ? new InstalledDotnet([runtime.Name], [], [], [])
            : new InstalledDotnet(
                VersionsIn(Path.Combine(root.FullName, "shared", "Microsoft.NETCore.App")),
                VersionsIn(Path.Combine(root.FullName, "shared", "Microsoft.AspNetCore.App")),
                VersionsIn(Path.Combine(root.FullName, "shared", "Microsoft.WindowsDesktop.App")),
                VersionsIn(Path.Combine(root.FullName, "sdk")));
    }

    private static string[] VersionsIn(string folder) => Directory.Exists(folder)
        ?
        [
            .. Directory.EnumerateDirectories(folder)
                .Select(version => Path.GetFileName(version))
                .Where(name => char.IsAsciiDigit(name[0]))
                .Order(StringComparer.Ordinal),
        ]
        : [];
}
