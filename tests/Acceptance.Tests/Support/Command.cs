using System.Diagnostics;

namespace TestFlock.Acceptance.Tests.Support;

/// <summary>Starts programs as a person at a terminal would.</summary>
public static class Command
{
    /// <summary>What this test process was given by the tools that started it, and must not hand on.</summary>
    private static readonly string[] InheritedPrefixes = ["MSBUILD", "VSTEST_", "COVERLET", "TESTFLOCK_"];

    /// <summary>A user's environment, with nothing of ours.</summary>
    public static IReadOnlyDictionary<string, string> PlainEnvironment { get; } = new Dictionary<string, string>();

    /// <summary>Longer than anything takes on a busy two-core machine, unless somebody knows better.</summary>
    public static TimeSpan UsualLimit { get; } = TimeSpan.FromMinutes(10);

    public static Task<CommandResult> RunAsync(
        string program, string folder, IReadOnlyDictionary<string, string> environment, params string[] arguments) =>
        RunAsync(program, folder, environment, UsualLimit, arguments);

    /// <param name="program">Its name or path.</param>
    /// <param name="folder">Where it runs.</param>
    /// <param name="environment">Variables to add.</param>
    /// <param name="limit">How long it may take.</param>
    /// <param name="arguments">One word each.</param>
    /// <exception cref="TimeoutException">It took longer.</exception>
    public static async Task<CommandResult> RunAsync(
        string program,
        string folder,
        IReadOnlyDictionary<string, string> environment,
        TimeSpan limit,
        params string[] arguments)
    {
        using var running = Start(program, folder, environment, limit, arguments);
        return await running.WaitForExitAsync();
    }

    /// <inheritdoc cref="RunAsync(string, string, IReadOnlyDictionary{string, string}, TimeSpan, string[])"/>
    public static RunningCommand Start(
        string program,
        string folder,
        IReadOnlyDictionary<string, string> environment,
        TimeSpan limit,
        params string[] arguments)
    {
        // A process group of its own, with Ctrl+C as it is at a terminal: a test run in the background ignores it.
        string[] prefix = OperatingSystem.IsWindows() ? [] : ["env", "--default-signal=INT", "setsid"];
        string[] words = [.. prefix, program, .. arguments];

        var start = new ProcessStartInfo(words[0], words[1..]) { WorkingDirectory = folder };
        Prepare(start.Environment, environment);
        return new RunningCommand(start, string.Join(' ', arguments.Prepend(program).Select(Quote)), limit);
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
