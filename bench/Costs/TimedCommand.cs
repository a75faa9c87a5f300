using System.Diagnostics;

namespace TestFlock.Bench.Costs;

/// <summary>One finished command.</summary>
/// <param name="Wall">From its start to its end.</param>
/// <param name="Processor">Of all processes that it started and waited for.</param>
/// <param name="Output">What it wrote to its standard output.</param>
internal sealed record TimedCommand(TimeSpan Wall, TimeSpan Processor, string Output)
{
    public static async Task<TimedCommand> RunAsync(string program, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true };
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        var processorBefore = ChildrenUsage.ProcessorTime;
        var clock = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new TimedCommand(clock.Elapsed, ChildrenUsage.ProcessorTime - processorBefore, output);
    }
}
