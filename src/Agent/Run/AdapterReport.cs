using TestFlock.Contracts;
using TestFlock.Core.Reporting;

namespace TestFlock.Agent.Run;

/// <summary>The report that matters most: back to the adapter, into the console, the TRX and the IDE.</summary>
internal sealed class AdapterReport(AdapterLink adapter, AttachmentKeeper attachments, string logFile) : IReport
{
    public string Name => "console and test explorer";

    public async ValueTask TellAsync(RunEvent runEvent, CancellationToken cancellationToken)
    {
        if (await ToMessageAsync(runEvent, cancellationToken) is { } message)
            await adapter.TellAsync(message);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private async ValueTask<CoordinatorMessage?> ToMessageAsync(RunEvent runEvent,
        CancellationToken cancellationToken) => runEvent switch
    {
        RunBegan run => new RunOpened { Run = run.Manifest.Run, LogFile = logFile },
        AttemptBegan { Attempt.Number: 1 } began => new TestStarted { Ordinal = began.Attempt.Ordinal },
        ResultFinal final => new TestReported
        {
            Ordinal = final.Attempt.Ordinal,
            Attempt = final.Attempt.Number,
            Agent = final.Place.Agent,
            Slot = final.Place.Slot,
            Result = final.Result with { Attachments = await attachments.KeepAsync(final.Result.Attachments, cancellationToken) },
        },
        CaseFinished finished => new TestEnded { Ordinal = finished.Ordinal, Outcome = finished.Outcome },
        RunFilesArrived files =>
            new RunAttachments { Sets = await attachments.KeepAsync(files.Sets, cancellationToken) },
        NoteMade note => new RunNote { Level = note.Level, Text = note.Text },
        _ => null,
    };
}
