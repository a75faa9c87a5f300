using System.Diagnostics;

namespace TestFlock.Tests.Servers;

/// <summary>Calls a script of build/servers.</summary>
internal static class ServerScript
{
    /// <returns>What it wrote.</returns>
    /// <exception cref="InvalidOperationException">It failed; the message has all that it wrote.</exception>
    public static async Task<string> RunAsync(string name, params string[] arguments)
    {
        var start = new ProcessStartInfo("bash")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        start.ArgumentList.Add(Path.Combine(RepositoryFolder.Path, "build", "servers", name));
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);

        using var script = Process.Start(start)!;
        script.StandardInput.Close();
        var output = script.StandardOutput.ReadToEndAsync();
        var error = script.StandardError.ReadToEndAsync();
        await script.WaitForExitAsync();
        var written = await output + await error;
        return script.ExitCode == 0
            ? written
            : throw new InvalidOperationException(
                $"{name} {string.Join(' ', arguments)} failed with exit code {script.ExitCode}. If a server is not "
                + "installed: "
                + $"build/servers/install.sh (or build/test.sh, which calls it).{Environment.NewLine}{written}");
    }
}
