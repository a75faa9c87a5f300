using System.Globalization;
using System.Runtime.InteropServices;

namespace TestFlock.Agent.Machine;

/// <summary>What a machine offers without anybody saying so. docs/configuration.md lists it.</summary>
internal static class OwnCapabilities
{
    public static IReadOnlyDictionary<string, string> Read()
    {
        var dotnet = InstalledDotnet.Find();
        var own = new Dictionary<string, string>
        {
            ["os"] = OperatingSystem.IsWindows() ? "windows" : OperatingSystem.IsMacOS() ? "macos" : "linux",
            ["arch"] = RuntimeInformation.OSArchitecture.ToString().ToLowerInvariant(),
            ["dotnet"] = string.Join(',', dotnet.Runtimes),
            ["sdk"] = string.Join(',', dotnet.Sdks),
            ["cores"] = Environment.ProcessorCount.ToString(CultureInfo.InvariantCulture),
            ["memory"] = Gigabytes().ToString(CultureInfo.InvariantCulture),
            ["machine"] = Environment.MachineName.ToLowerInvariant(),
        };
        if (dotnet.AspNetCore.Count > 0)
            own["aspnetcore"] = string.Join(',', dotnet.AspNetCore);
        if (dotnet.WindowsDesktop.Count > 0)
            own["windowsdesktop"] = string.Join(',', dotnet.WindowsDesktop);
        return own;
    }

    /// <summary>What this process may use, which in a container is less than the machine has.</summary>
    private static long Gigabytes() => GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / (1024 * 1024 * 1024);
}
