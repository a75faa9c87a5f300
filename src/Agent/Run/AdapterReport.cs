using TestFlock.Contracts;
using TestFlock.Core.Reporting;

namespace TestFlock.Agent.Run;

/// <summary>The report that matters most: back to the adapter, into the console, the TRX and the IDE.</summary>
/// <param name="adapter">Who is told.</param>
/// <param name="ordinals">By our ordinal, the adapter's; null: they are the same.</param>
/// <param name="attachments">Brings files to the caller.</param>
/// <param name="logFile">The coordinator's.</param>
internal sealed class AdapterReport(
    AdapterLink adapter, IReadOnlyList<int>? ordinals, AttachmentKeeper attachments, string logFile) : IReport
{
    public string Name => "console and test explorer";

    public async ValueTask TellAsync(RunEvent runEvent, CancellationToken cancellationToken)
    {
        if (await ToMessageAsync(runEvent, cancellationToken) is { } message)
            await adapter.TellAsync(message);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private int OrdinalOf(int ordinal) => ordinals?[ordinal] ?? ordinal;

    private async ValueTask<CoordinatorMessage?> ToMessageAsync(RunEvent runEvent,
        CancellationToken cancellationToken) => runEvent switch
    {
        RunBegan run => new RunOpened { Run = run.Manifest.Run, LogFile = logFile },
        AttemptBegan { Attempt.Number: 1 } began => new TestStarted { Ordinal = OrdinalOf(began.Attempt.Ordinal) },
        ResultFinal final => new TestReported
        {
            Ordinal = OrdinalOf(final.Attempt.Ordinal),
            Attempt = final.Attempt.Number,
            Agent = final.Place.Agent,
            Slot = final.Place.Slot,
            Result = final.Result with
            {
                Attachments = await attachments.KeepAsync(final.Result.Attachments, cancellationToken),
            },
        },
        CaseFinished finished => new TestEnded { Ordinal = OrdinalOf(finished.Ordinal), Outcome = finished.Outcome },
        RunFilesArrived files when files.Sets.Any(set => set.Uri != AttachmentSet.OfAllure) =>
            new RunAttachments { Sets = await attachments.KeepAsync(files.Sets, cancellationToken) },
        NoteMade note => new RunNote { Level = note.Level, Text = note.Text },
        _ => null,
    };
}
