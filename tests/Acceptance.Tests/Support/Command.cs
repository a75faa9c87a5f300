using System.Diagnostics;

namespace TestFlock.Acceptance.Tests.Support;

/// <summary>Starts programs as a person at a terminal would.</summary>
public static class Command
{
    /// <summary>What this test process was given by the tools that started it, and must not hand on.</summary>
    private static readonly string[] InheritedPrefixes = ["MSBUILD", "VSTEST_", "COVERLET", "TESTFLOCK_"];

    /// <summary>A user's environment, with nothing of ours.</summary>
    public static IReadOnlyDictionary<string, string> PlainEnvironment { get; } = new Dictionary<string, string>();

    public static async Task<CommandResult> RunAsync(
        string program, string folder, IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        using var running = Start(program, folder, environment, arguments);
        return await running.WaitForExitAsync();
    }

    public static RunningCommand Start(
        string program, string folder, IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        // A process group of its own, with Ctrl+C as it is at a terminal: a test run in the background ignores it.
        string[] prefix = OperatingSystem.IsWindows() ? [] : ["env", "--default-signal=INT", "setsid"];
        string[] words = [.. prefix, program, .. arguments];

        var start = new ProcessStartInfo(words[0], words[1..]) { WorkingDirectory = folder };
        Prepare(start.Environment, environment);
        return new RunningCommand(start, string.Join(' ', arguments.Prepend(program).Select(Quote)));
    }

    /// <summary>Makes of the environment of this test process one that a user's terminal could have.</summary>
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

    private static string Quote(string argument) =>
        argument.Any(character => " \"'|&;()~!".Contains(character)) ? $"'{argument}'" : argument;
}
