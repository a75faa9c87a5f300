using System.Diagnostics;

namespace TestFlock.Execution.Output;

/// <summary>Both streams of a process, copied until their end, or until nobody can be waited for any more.</summary>
internal static class ProcessOutput
{
    // What is killed closes its streams at once; a process of another user that holds them open must not hold the slot.
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(2);

    /// <summary>Returns when the process is gone and what it wrote is copied.</summary>
    /// <param name="process">Its streams are redirected, and nobody else reads them.</param>
    /// <param name="copy">Copies one stream to its end.</param>
    /// <param name="gone">
    /// Called when the process itself is gone. Natively, what a test leaves behind lives on; on a build host it would
    /// pile up, and it holds the streams open: this ends it.
    /// </param>
    /// <param name="time">For the wait.</param>
    public static async Task CopyToEndAsync(
        Process process, Func<Stream, CancellationToken, Task> copy, Action gone, TimeProvider time)
    {
        using var tooLong = new CancellationTokenSource();
        var copying = Task.WhenAll(
            copy(process.StandardOutput.BaseStream, tooLong.Token),
            copy(process.StandardError.BaseStream, tooLong.Token));
        await process.WaitForExitAsync();
        gone();
        await Task.WhenAny(copying, Task.Delay(LongestWait, time, tooLong.Token));
        await tooLong.CancelAsync();
        await copying.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }
}
