using System.Diagnostics;

namespace TestFlock.Bench.Costs;

/// <summary>A generated suite under bench/Suites, built as a user builds it.</summary>
internal static class Suite
{
    /// <param name="path">Below bench/Suites.</param>
    /// <param name="native">Whether to leave TestFlock out of the build.</param>
    /// <param name="size">Properties that say how many tests; none for the suite's own number.</param>
    /// <returns>The test assembly.</returns>
    /// <exception cref="InvalidOperationException">The build failed.</exception>
    public static async Task<string> BuildAsync(string path, bool native, params string[] size)
    {
        var folder = Path.Combine(Folders.FindBench(), "Suites", path);
        string[] properties = native ? ["-p:TestFlockEnabled=false"] : [];
        // Without a target named, a property that is asked for is evaluated and nothing is built.
        string[] build = ["build", folder, "-c", "Release", "--nologo", "-t:Build", "-getProperty:TargetPath",
            .. properties, .. size];
        return (await RunAsync(new ProcessStartInfo("dotnet", build) { RedirectStandardOutput = true })).Trim();
    }

    private static async Task<string> RunAsync(ProcessStartInfo start)
    {
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0
            ? output
            : throw new InvalidOperationException($"dotnet {string.Join(' ', start.ArgumentList)} failed:\n{output}");
    }
}
