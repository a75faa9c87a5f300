using System.Runtime.InteropServices;

namespace TestFlock.TestAdapter.Flock.Coordinator;

/// <summary>Finds the dotnet that starts the program: the one that is used here already, if it can be known.</summary>
internal sealed class DotnetHost(Func<string, string?> environment, string? processPath)
{
    private static readonly string FileName = OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet";

    public static DotnetHost OfThisProcess { get; } = new(Environment.GetEnvironmentVariable, Environment.ProcessPath);

    /// <exception cref="CoordinatorStartException">There is none.</exception>
    public string Find()
    {
        var places = Places().ToArray();
        return Array.Find(places, File.Exists) ?? throw CoordinatorStartException.NoDotnet(places);
    }

    private IEnumerable<string> Places()
    {
        if (environment("DOTNET_HOST_PATH") is { Length: > 0 } host)
            yield return host;
        if (string.Equals(Path.GetFileName(processPath), FileName, StringComparison.OrdinalIgnoreCase))
            yield return processPath!;

        var architecture = RuntimeInformation.ProcessArchitecture.ToString().ToUpperInvariant();
        foreach (var variable in new[] { "DOTNET_ROOT_" + architecture, "DOTNET_ROOT" })
        {
            if (environment(variable) is { Length: > 0 } root)
                yield return Path.Combine(root, FileName);
        }

        var path = environment("PATH") ?? "";
        foreach (var folder in path.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries))
            yield return Path.Combine(folder, FileName);
    }
}
