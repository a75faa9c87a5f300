using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace TestFlock.Bench.Costs;

/// <summary>One whole <c>dotnet test</c> of a built assembly.</summary>
/// <param name="Wall">From the start of the command to its end.</param>
/// <param name="Processor">Of all processes that it started.</param>
internal sealed partial record TestCall(TimeSpan Wall, TimeSpan Processor)
{
    /// <exception cref="InvalidOperationException">Not all tests passed: its time would mean nothing.</exception>
    public static async Task<TestCall> RunAsync(string assembly, int tests, params string[] options)
    {
        var start = new ProcessStartInfo("dotnet", ["test", assembly, "--nologo", .. options]) { RedirectStandardOutput = true };
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        var processorBefore = ChildrenUsage.ProcessorTime;
        var clock = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        var call = new TestCall(clock.Elapsed, ChildrenUsage.ProcessorTime - processorBefore);

        var passed = Passed().Match(output);
        return passed.Success && int.Parse(passed.Groups[1].Value, CultureInfo.InvariantCulture) == tests
            ? call
            : throw new InvalidOperationException($"{assembly}: {tests} passed tests were expected:\n{output}");
    }

    [GeneratedRegex(@"Passed!\s.*Passed:\s+(\d+)")]
    private static partial Regex Passed();
}
