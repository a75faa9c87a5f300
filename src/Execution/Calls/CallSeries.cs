using TestFlock.Contracts;
using TestFlock.Execution.Ledger;

namespace TestFlock.Execution.Calls;

/// <summary>
/// Units that go together, in as many calls as it takes: normally one. What a call does not report is run again,
/// together as long as each further call settles something, then each unit by itself, in the end alone; what stays
/// missing then is told as missing.
/// </summary>
internal sealed class CallSeries(
    RunManifest manifest,
    CallPortion portion,
    bool afresh,
    ICallStarter calls,
    SaidOnce said,
    Func<AgentEvent, ValueTask> events,
    TimeProvider time)
{
    // A platform that does not start may be an accident of a busy machine once; twice it is not.
    private const int MostCallsWithoutHost = 2;

    private readonly AttemptLedger _ledger = new(portion.Units.SelectMany(u => u.Attempts));

    /// <summary>After which nothing more runs.</summary>
    private LedgerEntry? Failure =>
        portion.StopsAtFailure ? _ledger.Entries.FirstOrDefault(entry => entry.HasFailed) : null;

    public async Task RunAsync(CancellationToken stop)
    {
        await RunTogetherAsync(_ledger.Entries, stop);
        if (!stop.IsCancellationRequested && Failure is { } failed)
            await SkipRestAsync(failed);
        await EndAsync(_ledger.Unsettled.ToArray(), AttemptEnd.Cancelled, null);
    }

    /// <summary>Returns when all are settled, or the run was stopped.</summary>
    private async Task RunTogetherAsync(IReadOnlyList<LedgerEntry> asked, CancellationToken stop)
    {
        var callsWithoutHost = 0;
        while (!IsOver(stop) && Unsettled(asked) is { Length: > 0 } entries)
        {
            var call = await CallAsync(entries, afresh, stop);
            foreach (var suspect in call.Suspects)
                await RunAloneAsync(suspect, call, stop);

            var rest = Unsettled(asked);
            if (IsOver(stop))
                return;
            if (!call.HasHost && ++callsWithoutHost == MostCallsWithoutHost)
                await EndAsync(rest, AttemptEnd.Missing, call.Reasons.NeverGotToTheTests());
            else if (call.HasHost && rest.Length == entries.Length)
                await RunApartAsync(rest, stop);
            else if (call.EndedInPeace && !call.HasLosses && call.Suspects.Count == 0)
                await RunApartAsync(rest, stop);
        }
    }

    private async Task RunApartAsync(LedgerEntry[] rest, CancellationToken stop)
    {
        var apart = portion.Units.Select(u => rest.Where(e => IsOf(u, e)).ToArray())
            .Where(part => part.Length > 0).ToArray();
        if (apart.Length > 1)
        {
            foreach (var unit in apart)
                await RunTogetherAsync(unit, stop);
            return;
        }

        foreach (var entry in rest)
            await RunAloneAsync(entry, null, stop);
    }

    /// <param name="entry">What no call has settled.</param>
    /// <param name="death">The call in which the process died while this test ran, perhaps by no fault of its
    /// own.</param>
    /// <param name="stop">The run was stopped.</param>
    private async Task RunAloneAsync(LedgerEntry entry, HeardCall? death, CancellationToken stop)
    {
        if (IsOver(stop))
            return;
        var call = await CallAsync([entry], afresh || death is not null, stop, death);
        if (stop.IsCancellationRequested)
            return;
        if (!entry.IsSettled && call.EndedInPeace)
            await EndAsync([entry], AttemptEnd.Missing, call.Reasons.NeverReported());
        else if (!entry.IsSettled)
            await EndAsync(
                [entry], AttemptEnd.HostCrashed, death is null ? call.Reasons.DiedBefore() : call.Reasons.DiedAgain());
    }

    private async Task<HeardCall> CallAsync(
        IReadOnlyList<LedgerEntry> entries, bool inFreshProcess, CancellationToken stop, HeardCall? death = null)
    {
        foreach (var entry in entries)
            entry.Forget();
        await using var call = await calls.StartAsync(
            manifest,
            [.. entries.Select(e => e.Case)],
            new CallManner(inFreshProcess, InTurn: portion.Units.Count > 1, portion.StopsAtFailure)
            {
                TraceParent = TraceOf(entries),
            });
        var heard = new HeardCall(call, _ledger, manifest.TestTimeout, portion.StopsAtFailure, events, time);
        await heard.ListenAsync(stop);
        if (call.TakeAllureResults() is { } results)
            await events(new AttachmentsArrived { Sets = [results] });

        // All that there is to say comes before the ends: with the last of them the run may be over.
        if (heard.EndedInPeace)
            await TellPlatformNotesAsync(call.PlatformNotes);
        if (death is not null && entries is [var victim] && heard.CameToItsEnd(victim) && !stop.IsCancellationRequested)
            await events(new AgentNote { Level = NoteLevel.Error, Text = death.Reasons.DiedOfAnother(victim.Case) });
        await heard.SettleAsync(entries, stop.IsCancellationRequested);
        if (heard.IsClean(entries) || stop.IsCancellationRequested)
            call.Release();
        return heard;
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
            entry.Settle(end);
            await events(new AttemptEnded { Attempt = entry.Id, End = end, Reason = reason, At = time.GetUtcNow() });
        }
    }

    private bool IsOver(CancellationToken stop) => stop.IsCancellationRequested || Failure is not null;

    private async Task SkipRestAsync(LedgerEntry failed)
    {
        foreach (var entry in _ledger.Unsettled.ToArray())
        {
            var at = time.GetUtcNow();
            var result = new TestResult
            {
                Outcome = Outcome.Skipped,
                DisplayName = entry.Case.DisplayName,
                ErrorMessage = $"previous test failed ({failed.Case.DisplayName})",
                StartTime = at,
                EndTime = at,
            };
            await events(new ResultArrived { Attempt = entry.Id, Result = result });
            await EndAsync([entry], AttemptEnd.Completed, null);
        }
    }

    /// <summary>That of the first of a unit's tests; of several units none.</summary>
    private string? TraceOf(IReadOnlyList<LedgerEntry> entries)
    {
        var unit = portion.Units.First(u => IsOf(u, entries[0]));
        return entries.All(entry => IsOf(unit, entry))
            ? unit.Attempts.First(attempt => attempt.Id == entries[0].Id).TraceParent
            : null;
    }

    private static bool IsOf(Unit unit, LedgerEntry entry) => unit.Attempts.Any(a => a.Id == entry.Id);

    private static LedgerEntry[] Unsettled(IEnumerable<LedgerEntry> asked) => [.. asked.Where(e => !e.IsSettled)];
}
