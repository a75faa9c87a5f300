using System.Collections.Concurrent;
using System.Diagnostics;
using TestFlock.Contracts;

namespace TestFlock.TestLogger;

/// <summary>Waits for test hosts to exit: this process started them, so it alone can learn their exit codes.</summary>
internal sealed class HostWatch
{
    // An aborted run means that the host is gone already, or is being killed; what takes longer than this hangs.
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(2);

    private readonly ConcurrentBag<Task> _watches = [];

    /// <summary>Returns when no exit can be missed any more.</summary>
    public void Watch(int processId, Action<HostExited> exited)
    {
        var process = TryFind(processId);
        _watches.Add(Task.Run(async () => exited(await ExitOfAsync(processId, process).ConfigureAwait(false))));
    }

    /// <summary>Returns when every exit was told, or nothing more is to be expected.</summary>
    public void AwaitAll() => Task.WaitAll([.. _watches], LongestWait);

    private static Process? TryFind(int processId)
    {
        try
        {
            var process = Process.GetProcessById(processId);

            // Only with its handle at hand does .NET give the exit code of a process that another object started.
            _ = process.SafeHandle;
            return process;
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException)
        {
            return null;
        }
    }

    private static async Task<HostExited> ExitOfAsync(int processId, Process? process)
    {
        if (process is null)
            return new HostExited { ProcessId = processId, ExitCode = null };

        using (process)
        {
            await process.WaitForExitAsync().ConfigureAwait(false);
            return new HostExited { ProcessId = processId, ExitCode = process.ExitCode };
        }
    }
}
