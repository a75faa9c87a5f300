using TestFlock.Contracts;
using TestFlock.Execution.Ledger;

namespace TestFlock.Execution.Calls;

/// <summary>One call: turns what its processes say into events, and then says of each attempt how it ended.</summary>
/// <param name="call">What is listened to.</param>
/// <param name="ledger">Asked against reported.</param>
/// <param name="testTimeout">The longest that a test may execute that has no limit of its own; null: no limit.</param>
/// <param name="stopsAtFailure">
/// Tests that build on each other run one at a time: what ran when the process died cannot be tried alone, and nothing
/// ran beside it.
/// </param>
/// <param name="events">Told in order.</param>
/// <param name="time">The clock.</param>
internal sealed class HeardCall(
    ITestCall call,
    AttemptLedger ledger,
    TimeSpan? testTimeout,
    bool stopsAtFailure,
    Func<AgentEvent, ValueTask> events,
    TimeProvider time)
{
    private readonly RunningTests _running = new(testTimeout, time);
    private readonly HashSet<LedgerEntry> _timedOut = [];
    private readonly List<LedgerEntry> _suspects = [];
    private string? _stacks; // of the process that ran out of time

    public EndReasons Reasons { get; } = new(call);

    public bool HasHost => call.HasHost;

    public bool EndedInPeace => call.EndedInPeace;

    /// <summary>Whether an attempt ended by a crash or a time-out, so that others may be its victims.</summary>
    public bool HasLosses { get; private set; }

    /// <summary>
    /// Ran when the process died, which may be another test's doing; whether they run by themselves must tell.
    /// </summary>
    public IReadOnlyList<LedgerEntry> Suspects => _suspects;

    /// <summary>Whether nobody will want to look at the call's files.</summary>
    public bool IsClean(IEnumerable<LedgerEntry> asked) => EndedInPeace && !HasLosses && asked.All(e => e.IsSettled);

    /// <summary>Returns when nothing of the call runs any more.</summary>
    public async Task ListenAsync(CancellationToken stop)
    {
        await using var killed = stop.UnsafeRegister(_ => call.Kill(), null);
        while (true)
        {
            HostMessage? heard = null;
            if (!await _running.TryListenAsync(
                async token => heard = await call.HearAsync(token), CancellationToken.None))
                StopOutOfTime();
            else if (heard is null)
                break;
            else
                await TakeAsync(heard);
        }

        await call.EndAsync();
    }

    /// <summary>Whether the attempt came to its own end in this call.</summary>
    public bool CameToItsEnd(LedgerEntry entry) => entry.IsReported && !_timedOut.Contains(entry);

    /// <summary>Ends every attempt whose fate is known; the others are run again.</summary>
    /// <param name="asked">What the call was made for.</param>
    /// <param name="wasStopped">Then nothing died by itself.</param>
    public async Task SettleAsync(IReadOnlyCollection<LedgerEntry> asked, bool wasStopped)
    {
        var culprit = FindCulprit(asked);
        foreach (var entry in asked)
        {
            if (_timedOut.Contains(entry))
                await EndAsync(entry, AttemptEnd.TimedOut, Reasons.TimedOut(
                    entry, _running.LimitOf(entry)!.Value, _stacks));
            else if (CameToItsEnd(entry))
                await EndAsync(entry, AttemptEnd.Completed, null);
            else if (wasStopped || _timedOut.Count > 0)
                continue;
            else if (entry == culprit || (stopsAtFailure && HasDied(entry)))
                await EndInCrashAsync(entry);
            else if (HasDied(entry))
                _suspects.Add(entry);
        }
    }

    /// <summary>
    /// Whose doing the death of the process was, if that is certain. That a test had begun and not ended proves
    /// little: frameworks tell both behind time, and others ran before it or beside it.
    /// </summary>
    private LedgerEntry? FindCulprit(IReadOnlyCollection<LedgerEntry> asked)
    {
        if (asked.Count == 1 && (call.IsFirstOfProcess || EndedInPeace) && asked.FirstOrDefault(HasDied) is { } sole)
            return sole;
        var lastWords = string.Join('\n', call.Complaints.Append(call.OutputTail));
        var inStack = asked
            .Where(e => !e.IsReported && (HasDied(e) || !EndedInPeace)
                && CrashTrace.Names(e.Case, lastWords)).Take(2).ToArray();
        return inStack.Length == 1 ? inStack[0] : null;
    }

    // Begun without an end is a death even in peace: xUnit v3 runs tests in a process of its own, whose death its
    // adapter survives.
    private bool HasDied(LedgerEntry entry) => entry.IsRunning || (entry.HasStarted && !EndedInPeace);

    private async ValueTask TakeAsync(HostMessage message)
    {
        switch (message)
        {
            case HostTestStarted test when ledger.Start(test.CaseId) is { } entry:
                _running.Add(entry);
                await events(new AttemptStarted { Attempt = entry.Id, At = test.At });
                break;
            case HostTestResult test
                when ledger.AddResult(test.CaseId, test.Result.DisplayName, test.Result.Outcome) is { } entry:
                await events(new ResultArrived { Attempt = entry.Id, Result = test.Result });
                break;
            case HostTestEnded test when ledger.End(test.CaseId) is { } entry:
                _running.Remove(entry);
                break;
            case HostAttachments files:
                await events(new AttachmentsArrived { Sets = files.Sets });
                break;
            case HostNote note:
                await events(new AgentNote { Level = note.Level, Text = note.Text });
                break;
        }
    }

    private void StopOutOfTime()
    {
        foreach (var entry in _running.OutOfTime())
        {
            _timedOut.Add(entry);
            _running.Remove(entry);
        }

        if (_timedOut.Count == 0)
            return;
        _stacks = call.ProcessId is { } process ? ManagedStacks.TryRead(process) : null;
        call.Kill();
    }

    // What the stack names had begun, though the framework had no time to say so.
    private async ValueTask EndInCrashAsync(LedgerEntry entry)
    {
        if (!entry.HasStarted)
            await events(new AttemptStarted { Attempt = entry.Id, At = time.GetUtcNow() });
        await EndAsync(entry, AttemptEnd.HostCrashed, Reasons.Died());
    }

    private async ValueTask EndAsync(LedgerEntry entry, AttemptEnd end, string? reason)
    {
        entry.Settle(end);
        HasLosses |= end != AttemptEnd.Completed;
        await events(new AttemptEnded { Attempt = entry.Id, End = end, Reason = reason, At = time.GetUtcNow() });
    }
}
