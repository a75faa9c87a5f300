using System.ComponentModel;
using System.Diagnostics;

namespace TestFlock.Agent.Provisioning;

/// <summary>
/// Agents that a command of the operator's starts and takes away, somewhere: <c>COMMAND start NAME</c> and
/// <c>COMMAND remove NAME</c>.
/// </summary>
internal sealed class CommandProvisioner(PoolOptions options, string command, TimeProvider time) : IProvisioner
{
    private const int MostTold = 400;
    private static readonly TimeSpan LastWords = TimeSpan.FromSeconds(2);

    public bool IsTheirHome => false;

    public Task StartAsync(string agent, CancellationToken cancellationToken) =>
        RunAsync("start", agent, cancellationToken);

    public Task RemoveAsync(string agent, TimeSpan patience, CancellationToken cancellationToken) =>
        RunAsync("remove", agent, cancellationToken);

    private async Task RunAsync(string what, string agent, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(command, [what, agent])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (variable, value) in options.AgentVariables)
            start.Environment[variable] = value;
        using var process = Start(start);
        using var patience = new CancellationTokenSource(options.StartTimeout, time);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        try
        {
            process.StandardInput.Close();
            var told = Task.WhenAll(
                process.StandardOutput.ReadToEndAsync(CancellationToken.None),
                process.StandardError.ReadToEndAsync(CancellationToken.None));
            await process.WaitForExitAsync(end.Token);
            if (process.ExitCode == 0)
                return;

            // What it started may hold its output open.
            await Task.WhenAny(told, Task.Delay(LastWords, time, end.Token));
            throw new ProvisioningException(
                $"{command} {what} {agent} ended with exit code {process.ExitCode}. "
                + (told.IsCompletedSuccessfully ? Last(string.Concat(await told)) : ""));
        }
        catch (OperationCanceledException) when (patience.IsCancellationRequested)
        {
            process.Kill(entireProcessTree: true);
            throw new ProvisioningException(
                $"{command} {what} {agent} had not ended after {options.StartTimeout} (--start-timeout), and was "
                + "killed.");
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    private Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception e)
        {
            throw new ProvisioningException(
                $"{command} cannot be started: {e.Message} Name an executable file with --command.", e);
        }
    }

    private static string Last(string told)
    {
        var line = told.Trim().ReplaceLineEndings(" ");
        return line.Length <= MostTold ? line : $"…{line[^MostTold..]}";
    }
}
