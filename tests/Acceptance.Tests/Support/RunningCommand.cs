using System.Diagnostics;
using System.Text;

namespace TestFlock.Acceptance.Tests.Support;

/// <summary>A program that runs, as its terminal sees it: what it has printed so far, and Ctrl+C.</summary>
public sealed class RunningCommand : IDisposable
{
    private readonly Process _process;
    private readonly TimeSpan _longest;
    private readonly StringBuilder _output = new();
    private readonly List<(Func<string, bool> IsAwaited, TaskCompletionSource<string> Seen)> _awaited = [];
    private readonly CancellationTokenSource _limit;

    internal RunningCommand(ProcessStartInfo start, string commandLine, TimeSpan longest)
    {
        (CommandLine, _longest, _limit) = (commandLine, longest, new CancellationTokenSource(longest));
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        start.RedirectStandardInput = true;
        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, line) => Append(line.Data);
        _process.ErrorDataReceived += (_, line) => Append(line.Data);
        _process.Start();
        _process.StandardInput.Close();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public string CommandLine { get; }

    /// <summary>Waits until the program prints such a line; lines printed before count too.</summary>
    /// <exception cref="TimeoutException">It did not within the limit; the message holds the output so far.</exception>
    public async Task<string> WaitForLineAsync(Func<string, bool> isAwaited)
    {
        var seen = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_output)
        {
            if (_output.ToString().Split('\n').FirstOrDefault(isAwaited) is { } printed)
                return printed;

            _awaited.Add((isAwaited, seen));
        }

        await WithinLimitAsync(seen.Task.WaitAsync);
        return await seen.Task;
    }

    /// <summary>Presses Ctrl+C in the terminal that the program runs in.</summary>
    public async Task InterruptAsync()
    {
        // A terminal tells all processes of the group; Command starts each program as the leader of one.
        using var kill = Process.Start("kill", ["-INT", "--", $"-{_process.Id}"]);
        await kill.WaitForExitAsync(_limit.Token);
    }

    /// <summary>SIGKILL for the program alone, and for nothing that it started.</summary>
    public void Kill() => _process.Kill();

    /// <summary>Waits for the program's end.</summary>
    /// <exception cref="TimeoutException">It did not end within the limit; the message holds the output so
    /// far.</exception>
    public async Task<CommandResult> WaitForExitAsync()
    {
        await WithinLimitAsync(_process.WaitForExitAsync);
        return new CommandResult(CommandLine, _process.ExitCode, Text());
    }

    /// <summary>Takes down the program, and all it started, if it still runs.</summary>
    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        _process.Dispose();
        _limit.Dispose();
    }

    private async Task WithinLimitAsync(Func<CancellationToken, Task> waitAsync)
    {
        try
        {
            await waitAsync(_limit.Token);
        }
        catch (OperationCanceledException)
        {
            throw new TimeoutException($"`{CommandLine}` ran into the limit of {_longest}. So far:\n{Text()}");
        }
    }

    private void Append(string? line)
    {
        if (line is null)
            return;

        lock (_output)
        {
            _output.Append(line).Append('\n');
            foreach (var (_, seen) in _awaited.Where(awaited => awaited.IsAwaited(line)))
                seen.TrySetResult(line);
        }
    }

    private string Text()
    {
        lock (_output)
            return _output.ToString();
    }
}
