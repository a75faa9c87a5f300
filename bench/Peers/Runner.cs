using System.Diagnostics;
using TestFlock.Bench.Costs;

namespace TestFlock.Bench.Peers;

/// <summary>A test runner and its whole command.</summary>
/// <param name="Name">For the table.</param>
/// <param name="Program">The file to start.</param>
/// <param name="Arguments">Each as it is.</param>
/// <param name="Success">What it prints when every test passed.</param>
internal sealed record Runner(string Name, string Program, IReadOnlyList<string> Arguments, string Success)
{
    /// <exception cref="InvalidOperationException">Not all tests passed: its time would mean nothing.</exception>
    public async Task<RunnerCall> CallAsync()
    {
        var start = new ProcessStartInfo(Program, Arguments) { RedirectStandardOutput = true };
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        var processorBefore = ChildrenUsage.ProcessorTime;
        var clock = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        var call = new RunnerCall(clock.Elapsed, ChildrenUsage.ProcessorTime - processorBefore);
        return output.Contains(Success, StringComparison.Ordinal)
            ? call
            : throw new InvalidOperationException($"{Name}: '{Success}' was expected:\n{output}");
    }
}

/// <summary>What one command took.</summary>
/// <param name="Wall">From the start of the command to its end.</param>
/// <param name="Processor">Of all processes that it started and waited for.</param>
internal sealed record RunnerCall(TimeSpan Wall, TimeSpan Processor);
