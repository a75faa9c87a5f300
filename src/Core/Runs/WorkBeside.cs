using Microsoft.Extensions.Logging;

namespace TestFlock.Core.Runs;

/// <summary>
/// What goes on beside the run's signals, and may wait for servers. Its failure is the run's; the run's end is no
/// failure of it.
/// </summary>
internal sealed partial class WorkBeside(RunInbox inbox, ILogger<WorkBeside> logger,
    CancellationToken abandoned) : IAsyncDisposable
{
    private readonly CancellationTokenSource _end = CancellationTokenSource.CreateLinkedTokenSource(abandoned);
    private readonly List<Task> _works = []; // owned by who handles the signals

    public void Start(Func<CancellationToken, Task> work, string whatFails)
    {
        _works.RemoveAll(w => w.IsCompleted);
        _works.Add(WatchAsync(work, whatFails));
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await Task.WhenAll(_works);
        _end.Dispose();
    }

    private async Task WatchAsync(Func<CancellationToken, Task> work, string whatFails)
    {
        try
        {
            await work(_end.Token);
        }
        catch (OperationCanceledException) when (_end.IsCancellationRequested)
        {
            // The run ended first.
        }
        catch (Exception e)
        {
            Failed(logger, whatFails, e);
            inbox.Post(new RunFaulted($"{whatFails}: {e.Message}"));
        }
    }

    [LoggerMessage(202, LogLevel.Error, "{WhatFails}; the run ends here")]
    private static partial void Failed(ILogger logger, string whatFails, Exception exception);
}
