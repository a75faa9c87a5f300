using Microsoft.Extensions.Logging;
using TestFlock.Contracts;

namespace TestFlock.Core.Reporting;

/// <summary>
/// Tells every report every event. One that throws is left out from then on; the user is told what he still gets.
/// </summary>
public sealed partial class ReportFan(IEnumerable<IReport> reports, ILogger<ReportFan> logger) : IAsyncDisposable
{
    private readonly List<IReport> _reports = [.. reports];
    private readonly List<IReport> _leftOut = [];

    public async ValueTask TellAsync(RunEvent runEvent, CancellationToken cancellationToken)
    {
        List<(IReport Report, Exception Exception)>? failures = null;
        foreach (var report in _reports)
        {
            try
            {
                await report.TellAsync(runEvent, cancellationToken);
            }
            catch (Exception e) when (e is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
            {
                (failures ??= []).Add((report, e));
            }
        }

        foreach (var (report, exception) in failures ?? [])
            await LeaveOutAsync(report, exception, cancellationToken);
    }

    /// <param name="notes">Null where there is nothing to tell.</param>
    /// <param name="cancellationToken">Given up by whoever waits.</param>
    public async ValueTask TellAllAsync(IEnumerable<NoteMade?> notes, CancellationToken cancellationToken)
    {
        foreach (var note in notes.OfType<NoteMade>())
            await TellAsync(note, cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var report in _reports.Concat(_leftOut))
            await report.DisposeAsync();
    }

    private async ValueTask LeaveOutAsync(IReport report, Exception exception, CancellationToken cancellationToken)
    {
        ReportFailed(logger, report.Name, exception);
        _reports.Remove(report);
        _leftOut.Add(report);
        if (_reports.Count > 0)
        {
            await TellAsync(
                new NoteMade(
                    NoteLevel.Warning,
                    $"The report '{report.Name}' failed and is incomplete: {exception.Message} The run goes on; "
                    + "all other results are reported as usual."),
                cancellationToken);
        }
    }

    [LoggerMessage(101, LogLevel.Error, "Report {Report} failed; it is left out of the rest of the run")]
    private static partial void ReportFailed(ILogger logger, string report, Exception exception);
}
