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

    public void Watch(int processId, Action<HostExited> exited) =>
        _watches.Add(Task.Run(async () => exited(await ExitOfAsync(processId).ConfigureAwait(false))));

    /// <summary>Returns when every exit was told, or nothing more is to be expected.</summary>
    public void AwaitAll() => Task.WaitAll([.. _watches], LongestWait);

    private static async Task<HostExited> ExitOfAsync(int processId)
    {
        int? exitCode = null;
        try
        {
            using var process = Process.GetProcessById(processId);
            await process.WaitForExitAsync().ConfigureAwait(false);
            exitCode = process.ExitCode;
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException)
        {
            // It was gone before we looked: an exit without a code says so.
        }

        return new HostExited { ProcessId = processId, ExitCode = exitCode };
    }
}
