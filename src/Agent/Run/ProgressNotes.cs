using TestFlock.Contracts;
using TestFlock.Core.Progress;
using TestFlock.Core.Reporting;

namespace TestFlock.Agent.Run;

/// <summary>
/// Tells the user how far the run is: a line now and then while something changes, and, loud enough for every console,
/// what it waits for when that lasts.
/// </summary>
/// <param name="adapter">Shows it.</param>
/// <param name="isShared">Whether others use the slots: then a wait for them is news.</param>
/// <param name="time">The clock.</param>
internal sealed class ProgressNotes(AdapterLink adapter, bool isShared, TimeProvider time) : IReport
{
    private static readonly TimeSpan FirstAfter = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan EveryUnchanged = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongWait = TimeSpan.FromSeconds(5);

    private readonly long _opened = time.GetTimestamp();
    private long? _told;
    private string _line = "";
    private WaitKind? _waitsFor;
    private long _waitsSince;
    private bool _isWaitTold;

    public string Name => "progress";

    public async ValueTask TellAsync(RunEvent runEvent, CancellationToken cancellationToken)
    {
        if (runEvent is not ProgressMade { Progress: var progress })
            return;
        if (IsLongWait(progress.WaitsFor))
            await TellAsync(NoteLevel.Warning, $"TestFlock waits for {progress.WaitsFor!.Text}");
        var line = ProgressText.Of(progress);
        if (!IsDue(line))
            return;
        (_told, _line) = (time.GetTimestamp(), line);
        await TellAsync(NoteLevel.Informational, $"TestFlock: {line}");
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private bool IsDue(string line)
    {
        if (_told is not { } told)
            return time.GetElapsedTime(_opened) >= FirstAfter;
        var since = time.GetElapsedTime(told);
        return since >= EveryUnchanged || (since >= Every && line != _line);
    }

    /// <summary>Once for each wait. Missing agents and failures are told by who finds them.</summary>
    private bool IsLongWait(WaitReason? reason)
    {
        if (reason?.Kind != _waitsFor)
            (_waitsFor, _waitsSince, _isWaitTold) = (reason?.Kind, time.GetTimestamp(), false);
        if (_isWaitTold || !isShared || reason?.Kind is not (WaitKind.Capacity or WaitKind.OtherRuns)
            || time.GetElapsedTime(_waitsSince) < LongWait)
            return false;
        return _isWaitTold = true;
    }

    private Task TellAsync(NoteLevel level, string text) =>
        adapter.TellAsync(new RunNote { Level = level, Text = text });
}
