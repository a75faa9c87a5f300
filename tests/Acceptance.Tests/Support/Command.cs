using System.Diagnostics;
using System.Text;

namespace TestFlock.Acceptance.Tests.Support;

/// <summary>Runs a program to its end, and takes down all it started when it does not end in time.</summary>
public static class Command
{
    /// <summary>Longer than anything here takes on a busy two-core machine.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(10);

    /// <summary>What this test process was given by the tools that started it, and must not hand on.</summary>
    private static readonly string[] InheritedPrefixes = ["MSBUILD", "VSTEST_", "COVERLET", "TESTFLOCK_"];

    public static Task<CommandResult> DotnetAsync(
        string folder, IReadOnlyDictionary<string, string> environment, params string[] arguments) =>
        RunAsync("dotnet", folder, environment, arguments);

    /// <exception cref="TimeoutException">The program ran into the limit; the message holds its output so far.</exception>
    public static async Task<CommandResult> RunAsync(
        string program, string folder, IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        Prepare(start.Environment, environment);

        var output = new StringBuilder();
        using var process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, line) => Append(output, line.Data);
        process.ErrorDataReceived += (_, line) => Append(output, line.Data);
        process.Start();
        process.StandardInput.Close();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();

        var commandLine = string.Join(' ', arguments.Prepend(program).Select(Quote));
        using var limit = new CancellationTokenSource(Limit);
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"`{commandLine}` in {folder} did not end within {Limit}. So far:\n{Text(output)}");
        }

        return new CommandResult(commandLine, process.ExitCode, Text(output));
    }

    internal static void Prepare(IDictionary<string, string?> target, IReadOnlyDictionary<string, string> additions)
    {
        var inherited = target.Keys.Where(
            name => InheritedPrefixes.Any(prefix => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)));
        foreach (var name in inherited.ToArray())
            target.Remove(name);

        target["DOTNET_CLI_UI_LANGUAGE"] = "en";
        target["DOTNET_NOLOGO"] = "1";
        target["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        // Nothing may outlive a test: neither a build node nor a build server.
        target["MSBUILDDISABLENODEREUSE"] = "1";
        target["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0";
        foreach (var (name, value) in additions)
            target[name] = value;
    }

    private static void Append(StringBuilder output, string? line)
    {
        if (line is null)
            return;

        lock (output)
            output.Append(line).Append('\n');
    }

    private static string Text(StringBuilder output)
    {
        lock (output)
            return output.ToString();
    }

    private static string Quote(string argument) =>
        argument.Any(character => " \"'|&;()~!".Contains(character)) ? $"'{argument}'" : argument;
}
