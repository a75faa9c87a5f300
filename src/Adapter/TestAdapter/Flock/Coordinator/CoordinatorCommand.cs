using System.Diagnostics;

namespace TestFlock.TestAdapter.Flock.Coordinator;

/// <summary>How the coordinator is started.</summary>
/// <param name="Dotnet">Full path of dotnet.</param>
/// <param name="Program">Full path of <c>testflock.dll</c>.</param>
internal sealed record CoordinatorCommand(string Dotnet, string Program)
{
    private static readonly string[] ProfilerVariables =
        ["CORECLR_ENABLE_PROFILING", "CORECLR_PROFILER", "COR_ENABLE_PROFILING", "COR_PROFILER"];

    public ProcessStartInfo ToStartInfo()
    {
        var start = new ProcessStartInfo(Dotnet, [Program, "run"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            CreateNoWindow = true,
        };

        // A coverage collector that watches this test host is not meant to watch the coordinator.
        foreach (var name in start.Environment.Keys.Where(IsProfilerVariable).ToArray())
            start.Environment.Remove(name);
        return start;
    }

    private static bool IsProfilerVariable(string name) =>
        Array.Exists(ProfilerVariables, prefix => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));
}
