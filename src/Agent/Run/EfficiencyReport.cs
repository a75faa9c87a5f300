using TestFlock.Contracts;
using TestFlock.Core.Efficiency;
using TestFlock.Core.Reporting;

namespace TestFlock.Agent.Run;

/// <summary>Tells at the end where the time of the run went, to the user and as a file beside the results.</summary>
/// <param name="run">The run.</param>
/// <param name="capacity">How many tests its environment bears at once; null: no bound.</param>
/// <param name="adapter">Who is told.</param>
/// <param name="resultsFolder">Where the file goes.</param>
internal sealed class EfficiencyReport(RunId run, int? capacity, AdapterLink adapter, string resultsFolder) : IReport
{
    private readonly EfficiencyMeter _meter = new(capacity);

    public string Name => "efficiency";

    public async ValueTask TellAsync(RunEvent runEvent, CancellationToken cancellationToken)
    {
        if (_meter.Take(runEvent) is not { } efficiency)
            return;
        var text =
            $"{EfficiencyText.Of(efficiency)}\n  as JSON: {EfficiencyFile.Write(resultsFolder, run, efficiency)}";
        await adapter.TellAsync(new RunNote { Level = NoteLevel.Informational, Text = text });
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
