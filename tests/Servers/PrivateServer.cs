using System.Diagnostics;
using System.Globalization;

namespace TestFlock.Tests.Servers;

/// <summary>
/// A server of the test's own on loopback ports, with its state in a folder of its own. It can be stopped, killed and
/// started again with the same port and state, and ends with the test process at the latest.
/// </summary>
public abstract class PrivateServer : IAsyncDisposable
{
    private readonly string _script;

    private protected PrivateServer(string script, int ports)
    {
        _script = script;
        Port = FreePorts.Find(ports);
        Folder = Directory.CreateTempSubdirectory($"testflock-{Path.GetFileNameWithoutExtension(script)}-").FullName;
    }

    public int Port { get; }

    public string Folder { get; }

    /// <summary>The server's process id while it runs.</summary>
    public int ProcessId =>
        int.Parse(File.ReadAllText(Path.Combine(Folder, "server.pid")), CultureInfo.InvariantCulture);

    /// <summary>Returns when it answers.</summary>
    public Task StartAsync() => ServerScript.RunAsync(
        _script, "start", Folder, Text(Port), Text(Environment.ProcessId));

    /// <summary>Ends it with SIGTERM; its state stays.</summary>
    public Task StopAsync() => ServerScript.RunAsync(_script, "stop", Folder);

    /// <summary>Ends it with SIGKILL; what it had not written down is gone.</summary>
    public async Task KillAsync()
    {
        using var server = Process.GetProcessById(ProcessId);
        server.Kill();
        await server.WaitForExitAsync();
        File.Delete(Path.Combine(Folder, "server.pid"));
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        Directory.Delete(Folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    private protected Task<string> RunScriptAsync(string verb, params string[] arguments) =>
        ServerScript.RunAsync(_script, [verb, Folder, .. arguments]);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
