using System.Collections.Concurrent;
using System.ComponentModel;
using System.Diagnostics;

namespace TestFlock.Agent.Provisioning;

/// <summary>Agents as processes on this machine; they write to this program's own output.</summary>
internal sealed class LocalProvisioner(PoolOptions options, TimeProvider time) : IProvisioner
{
    private readonly ConcurrentDictionary<string, Process> _processes = new(StringComparer.Ordinal);

    public bool IsTheirHome => true;

    public Task StartAsync(string agent, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!);
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
            start.ArgumentList.Add(Environment.GetCommandLineArgs()[0]);
        foreach (var argument in (string[])["agent", .. options.AgentArguments, "--name", agent])
            start.ArgumentList.Add(argument);
        foreach (var (variable, value) in options.AgentVariables)
            start.Environment[variable] = value;

        // What is this process's own: one port, and who supervises it.
        foreach (var variable in (string[])["TESTFLOCK_METRICS_PORT", "NOTIFY_SOCKET", "WATCHDOG_USEC"])
            start.Environment.Remove(variable);
        try
        {
            _processes[agent] = Process.Start(start)!;
            return Task.CompletedTask;
        }
        catch (Win32Exception e)
        {
            throw new ProvisioningException($"{start.FileName} cannot be started: {e.Message}", e);
        }
    }

    public async Task RemoveAsync(string agent, TimeSpan patience, CancellationToken cancellationToken)
    {
        if (!_processes.TryRemove(agent, out var process))
            return;
        using var owned = process;
        using var impatience = new CancellationTokenSource(patience, time);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, impatience.Token);
        try
        {
            await process.WaitForExitAsync(end.Token);
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
            process.Kill(entireProcessTree: true);
        }
    }
}
