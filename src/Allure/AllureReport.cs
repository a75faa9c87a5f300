using Microsoft.Extensions.Logging;
using TestFlock.Allure.Adopting;
using TestFlock.Allure.Clocks;
using TestFlock.Allure.Configuration;
using TestFlock.Allure.Folder;
using TestFlock.Allure.Format;
using TestFlock.Allure.Identity;
using TestFlock.Allure.Results;
using TestFlock.Allure.Surroundings;
using TestFlock.Contracts;
using TestFlock.Core.Reporting;

namespace TestFlock.Allure;

/// <summary>
/// Writes what Allure makes its reports from: a file for every attempt of every test, while the run goes on.
/// </summary>
/// <param name="run">Beyond its events.</param>
/// <param name="fetch">Brings files of other machines.</param>
/// <param name="time">The coordinator's clock, which all results are brought to.</param>
/// <param name="logger">The run's log.</param>
public sealed partial class AllureReport(
    AllureRun run, FetchAttachments fetch, TimeProvider time, ILogger<AllureReport> logger) : IReport
{
    private readonly AgentClocks _clocks = new();
    private readonly Dictionary<int, CaseRecord> _open = [];
    private readonly RunStory _story = new();
    private IReadOnlyList<TestCase> _cases = [];
    private ResultsFolder? _folder;
    private AttachedFiles? _files;
    private OwnResults? _own;
    private WritingQueue? _queue;

    public string Name => "Allure results";

    /// <summary>Once the run began: where results are.</summary>
    public string? Directory => _folder?.Path;

    /// <exception cref="AllureException">The results cannot be written.</exception>
    public async ValueTask TellAsync(RunEvent runEvent, CancellationToken cancellationToken)
    {
        try
        {
            await TakeAsync(runEvent, cancellationToken);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw AllureException.NoLongerWritable(e);
        }
    }

    private async ValueTask TakeAsync(RunEvent runEvent, CancellationToken cancellationToken)
    {
        _story.Take(runEvent);
        switch (runEvent)
        {
            case RunBegan began:
                Begin(began);
                break;
            case BatchTaken taken:
                _clocks.Observe(taken.Place.Agent, taken.At, time.GetUtcNow());
                break;
            case AttemptBegan attempt:
                _clocks.Observe(attempt.Place.Agent, attempt.At, time.GetUtcNow());
                break;
            case ResultFinal final:
                RecordOf(final.Attempt.Ordinal).AddTold(final.Attempt, final.Result);
                break;
            case AttemptFinished finished:
                await KeepAsync(finished.Attempt, cancellationToken);
                break;
            case RunFilesArrived files:
                await _own!.TakeAsync(files, _clocks.OffsetOf(files.Place.Agent), cancellationToken);
                break;
            case ProgressMade:
                await WriteEndedAsync(cancellationToken);
                break;
            case CaseFinished finished when _open.Remove(finished.Ordinal, out var record):
                await _queue!.AddAsync(record, cancellationToken);
                break;
            case RunFinished:
                await CompleteAsync(cancellationToken);
                break;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_queue is not null)
            await _queue.DisposeAsync();
        _folder?.Dispose();
    }

    private void Begin(RunBegan began)
    {
        var environment = new Func<string, string?>(run.Environment.GetValueOrDefault);
        var config = AllureConfigFile.Read(run.Sources[0], environment);
        _cases = began.Cases;
        _folder = ResultsFolder.Open(
            ResultsPlace.Of(run, config), run.Sources, began.Manifest.Run.Value, run.Options.Clean);
        _files = new AttachedFiles(_folder, fetch, logger);
        _own = new OwnResults(_folder, _files, fetch, logger);
        var labels = CommonLabels.Of(config, run.Environment);
        var writer = new CaseWriter(_folder, new TestNames(), _own, config, TwinCases.Find(began.Cases), labels);
        _queue = new WritingQueue(writer.Write);
        RunFiles.WriteFirst(_folder, new BuildServer(environment).Find(), began.Manifest.Suite);
    }

    private async ValueTask KeepAsync(FinishedAttempt attempt, CancellationToken cancellationToken)
    {
        // The end of a lost one was found by the coordinator, by its own clock.
        if (attempt.End == AttemptEnd.Completed)
            _clocks.Observe(attempt.Place.Agent, attempt.Ended, time.GetUtcNow());
        var attachments = new List<IReadOnlyList<AllureAttachment>>();
        foreach (var result in attempt.Results)
            attachments.Add(await _files!.CopyAsync(result.Attachments, cancellationToken));
        var record = RecordOf(attempt.Id.Ordinal);
        record.Add(AttemptRow.Of(attempt, record.Case, _clocks.OffsetOf(attempt.Place.Agent), attachments));
    }

    // Also of tests that go on with further attempts: progress is told every few seconds.
    private async ValueTask WriteEndedAsync(CancellationToken cancellationToken)
    {
        foreach (var record in _open.Values.Where(record => record.HasNews))
            await _queue!.AddAsync(record.TakeNews(), cancellationToken);
        await _queue!.FlushAsync(cancellationToken);
    }

    private async ValueTask CompleteAsync(CancellationToken cancellationToken)
    {
        // Of tests that a cancelled run never came to tell, what is known stays.
        foreach (var record in _open.Values.Where(record => record.Rows.Count > 0))
            await _queue!.AddAsync(record, cancellationToken);
        _open.Clear();
        await _queue!.CompleteAsync(cancellationToken);
        var unclaimed = _own!.TakeUnclaimed();
        foreach (var result in unclaimed)
            Adoption.WriteUnclaimed(result, _folder!);
        if (unclaimed.Count > 0)
            Unclaimed(logger, unclaimed.Count);
        RunFiles.WriteLast(_folder!, _files!, _story, run);
        _folder!.Dispose();
    }

    [LoggerMessage(702, LogLevel.Warning,
        "{Count} results that tests wrote for Allure are of no attempt that is known; they are kept as they are")]
    private static partial void Unclaimed(ILogger logger, int count);

    private CaseRecord RecordOf(int ordinal) =>
        _open.TryGetValue(ordinal, out var record) ? record : _open[ordinal] = new CaseRecord(ordinal, _cases[ordinal]);
}
