using TestFlock.Contracts;
using TestFlock.Execution.Ledger;

namespace TestFlock.Execution.ProcessIsolation;

/// <summary>
/// One unit, in as many calls as it takes: normally one. What a call does not report is run again, together as long as each
/// further call settles something, in the end alone; what stays missing then is told as missing.
/// </summary>
internal sealed class UnitRun(
    RunManifest manifest,
    Unit unit,
    CallStarter calls,
    CallFolders folders,
    SaidOnce said,
    Func<AgentEvent, ValueTask> events,
    TimeProvider time)
{
    // A platform that does not start may be an accident of a busy machine once; twice it is not.
    private const int MostCallsWithoutHost = 2;

    private readonly AttemptLedger _ledger = new(unit.Attempts);

    public async Task RunAsync(CancellationToken stop)
    {
        var callsWithoutHost = 0;
        while (_ledger.Unsettled.ToArray() is { Length: > 0 } entries)
        {
            if (stop.IsCancellationRequested)
            {
                await EndAsync(entries, AttemptEnd.Cancelled, null);
                return;
            }

            var call = await CallAsync(entries, stop);
            var rest = _ledger.Unsettled.ToArray();
            if (stop.IsCancellationRequested)
                continue;
            if (call.HasHost && !call.HasLosses)
                await RunAloneAsync(rest, stop);
            else if (!call.HasHost && ++callsWithoutHost == MostCallsWithoutHost)
                await EndAsync(rest, AttemptEnd.Missing, call.Reasons.NeverGotToTheTests());
        }
    }

    private async Task RunAloneAsync(IEnumerable<LedgerEntry> rest, CancellationToken stop)
    {
        foreach (var entry in rest)
        {
            if (stop.IsCancellationRequested)
                return;
            var call = await CallAsync([entry], stop);
            if (entry.IsSettled || stop.IsCancellationRequested)
                continue;
            if (call.EndedInPeace)
                await EndAsync([entry], AttemptEnd.Missing, call.Reasons.NeverReported());
            else
                await EndAsync([entry], AttemptEnd.HostCrashed, call.Reasons.DiedBefore());
        }
    }

    private async Task<UnitCall> CallAsync(IReadOnlyList<LedgerEntry> entries, CancellationToken stop)
    {
        foreach (var entry in entries)
            entry.Forget();
        var started = calls.Start(manifest, [.. entries.Select(e => e.Case)]);
        await using var call = started.Call;
        var unitCall = new UnitCall(started, _ledger, manifest.TestTimeout, events, time);
        await unitCall.ListenAsync(stop);
        await unitCall.SettleAsync(entries, stop.IsCancellationRequested);
        if (unitCall.EndedInPeace)
            await TellPlatformNotesAsync(call.Talk.PlatformNotes);
        if (unitCall.IsClean(entries) || stop.IsCancellationRequested)
            folders.Release(started.Folder);
        return unitCall;
    }

    private async Task TellPlatformNotesAsync(IReadOnlyList<HostNote> notes)
    {
        foreach (var note in notes.Where(said.TrySay))
            await events(new AgentNote { Level = note.Level, Text = note.Text });
    }

    private async Task EndAsync(IEnumerable<LedgerEntry> entries, AttemptEnd end, string? reason)
    {
        foreach (var entry in entries)
        {
            entry.Settle();
            await events(new AttemptEnded { Attempt = entry.Id, End = end, Reason = reason, At = time.GetUtcNow() });
        }
    }
}
