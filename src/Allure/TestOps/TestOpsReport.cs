using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using TestFlock.Contracts;
using TestFlock.Core.Reporting;

namespace TestFlock.Allure.TestOps;

/// <summary>
/// Sends the Allure results to TestOps while the run goes on, through Allure's own program for that. It waits for the
/// rest at the end, and for nothing before.
/// </summary>
/// <param name="run">Beyond its events.</param>
/// <param name="results">The folder that is filled, once the run began; null: there will be none.</param>
/// <param name="tell">Tells the user.</param>
/// <param name="time">For pauses between tries.</param>
/// <param name="logger">The run's log.</param>
public sealed class TestOpsReport(
    TestOpsRun run,
    Func<string?> results,
    Func<NoteMade, ValueTask> tell,
    TimeProvider time,
    ILogger<TestOpsReport> logger) : IReport
{
    // The server indexes what it got before the session can be closed.
    private static readonly TimeSpan LongestFarewell = TimeSpan.FromMinutes(5);

    private readonly ConcurrentQueue<NoteMade> _notes = [];
    private readonly CancellationTokenSource _ended = new();
    private readonly CancellationTokenSource _abandoned = new();
    private LaunchUpload? _upload;
    private Task _uploading = Task.CompletedTask;

    public string Name => "Allure TestOps";

    public async ValueTask TellAsync(RunEvent runEvent, CancellationToken cancellationToken)
    {
        switch (runEvent)
        {
            case RunBegan began:
                var folder = results() ?? throw new AllureException("There are no Allure results to send.");
                _upload = new LaunchUpload(
                    run, folder, began.Manifest.Suite, _notes.Enqueue, time, logger, _abandoned.Token);
                _uploading = _upload.RunAsync(_ended.Token);
                break;
            case RunFinished when _upload is not null:
                await EndAsync(_upload);
                break;
        }

        // Events come one at a time, which what is told must, too.
        while (_notes.TryDequeue(out var note))
            await tell(note);
    }

    public async ValueTask DisposeAsync()
    {
        await _ended.CancelAsync();
        await _abandoned.CancelAsync();
        await _uploading.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _ended.Dispose();
        _abandoned.Dispose();
    }

    private async Task EndAsync(LaunchUpload upload)
    {
        await _ended.CancelAsync();
        try
        {
            await _uploading.WaitAsync(LongestFarewell, time);
        }
        catch (TimeoutException)
        {
            await _abandoned.CancelAsync();
            _notes.Enqueue(new NoteMade(
                NoteLevel.Warning,
                upload.Excuse(
                    $"allurectl did not end within {LongestFarewell.TotalMinutes:0} minutes after the run.")));
        }
    }
}
