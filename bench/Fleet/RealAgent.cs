using System.Diagnostics;
using TestFlock.Bench.Costs;

namespace TestFlock.Bench.Fleet;

/// <summary>A <c>testflock agent</c> in a process of its own, with two slots.</summary>
internal sealed class RealAgent : IAsyncDisposable
{
    private readonly Process _process;
    private readonly TaskCompletionSource _serves = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private RealAgent(Process process) => _process = process;

    /// <summary>Returns when it can be given work.</summary>
    public static async Task<RealAgent> StartAsync(string name)
    {
        var program = Path.Combine(Folders.FindBench(), "..", "src", "Agent", "bin", "Release", "net10.0", "testflock.dll");
        var agent = new RealAgent(new Process
        {
            StartInfo = new ProcessStartInfo("dotnet", [program, "agent", "--name", name, "--slots", "2"])
            {
                RedirectStandardOutput = true,
            },
        });
        agent._process.OutputDataReceived += (_, line) =>
        {
            if (line.Data?.Contains(" offers ", StringComparison.Ordinal) != false)
                agent._serves.TrySetResult();
        };
        agent._process.Start();
        agent._process.BeginOutputReadLine();
        await agent._serves.Task;
        return agent._process.HasExited
            ? throw new InvalidOperationException($"Agent {name} ended with exit code {agent._process.ExitCode}.")
            : agent;
    }

    /// <summary>SIGTERM; returns when it has left.</summary>
    public async Task DrainAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", $"{_process.Id}"]);
        await _process.WaitForExitAsync();
        if (_process.ExitCode != 0)
            throw new InvalidOperationException($"A drained agent ended with exit code {_process.ExitCode}.");
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            await DrainAsync();
        _process.Dispose();
    }
}
