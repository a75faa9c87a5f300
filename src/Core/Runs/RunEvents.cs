using System.Diagnostics.CodeAnalysis;
using TestFlock.Contracts;
using TestFlock.Core.Reporting;
using TestFlock.Core.Runs.Origins;
using TestFlock.Core.Runs.Retries;
using TestFlock.Core.Runs.TakingBack;

namespace TestFlock.Core.Runs;

/// <summary>
/// Turns what agents report into what the user is told: each test once, duplicates dropped, ends without a result told
/// as failed.
/// </summary>
internal sealed class RunEvents(
    RunBook book, ReportFan reports, RunPlan plan, RunRules rules, FurtherAttempts further, TimeProvider time)
{
    private readonly HeardEvents _heard = new();
    private readonly Queue<Batch> _toPublish = new();
    private readonly FinalResults _results = new(book, reports, plan, further);
    private readonly HeldErrors _errors = new(book, plan);
    private readonly GivenBack _givenBack = new(book);
    private readonly FailureOrigins _origins = new(plan.Cases);
    private readonly SickAgents _sickAgents = new(rules);
    private readonly Queue<SickAgent> _foundSick = new();
    private int _lostBeforeBegin;

    /// <summary>Set once the run is being stopped: cancelled attempts then are ends, not accidents.</summary>
    public RunStop? Stopping { get; set; }

    /// <summary>Whether anything but the tests themselves went wrong.</summary>
    public bool IsTroubled { get; private set; }

    /// <summary>The next batch that must go out again.</summary>
    public bool TryTakeBatch([NotNullWhen(true)] out Batch? batch) => _toPublish.TryDequeue(out batch);

    /// <summary>The next batch of further attempts, to be published when the pause before them is over.</summary>
    public bool TryTakeRetry([NotNullWhen(true)] out Batch? batch) => further.TryTakeBatch(out batch);

    /// <summary>The next agent that has turned out to be sick.</summary>
    public bool TryTakeSickAgent([NotNullWhen(true)] out SickAgent? agent) => _foundSick.TryDequeue(out agent);

    public async ValueTask TakeAsync(AgentReport report, CancellationToken cancellationToken)
    {
        if (book.FindOpen(report.Batch) is { } heardOf)
            heardOf.Heard = time.GetTimestamp();
        foreach (var happened in _heard.NewsOf(report))
            await TakeAsync(report, happened, cancellationToken);
    }

    /// <inheritdoc cref="FinalResults.TellDoneAsync"/>
    public ValueTask TellDoneAsync(CancellationToken cancellationToken) => _results.TellDoneAsync(cancellationToken);

    /// <summary>No agent will tell the end of these cases any more.</summary>
    public async ValueTask EndAllAsync(
        IEnumerable<CaseProgress> cases, AttemptEnd end, string reason, CancellationToken cancellationToken)
    {
        foreach (var progress in cases.ToArray())
            await EndAsync(progress, end, reason, time.GetUtcNow(), cancellationToken);
    }

    private async ValueTask TakeAsync(AgentReport report, AgentEvent happened, CancellationToken cancellationToken)
    {
        switch (happened)
        {
            case BatchBegun begun when book.FindOpen(report.Batch) is { } open:
                var place = new AttemptPlace(report.Agent, report.Slot);
                var before = open.Begin(report.Execution, place, begun.At);
                await reports.TellAsync(new BatchTaken(place, begun.At) { Before = before }, cancellationToken);
                if (open.Executions > rules.MostExecutions)
                    await LoseAsync(open, "", cancellationToken);
                break;
            case BatchFailed failed when book.FindOpen(report.Batch) is { } open:
                await TakeFailureAsync(report, open, failed, cancellationToken);
                break;
            case AttemptStarted started when Follow(report, started.Attempt) is { } progress:
                if (book.FindOpen(report.Batch) is { } running)
                    running.HasBegunTests = true;
                if (progress.Begin(started.At))
                    await reports.TellAsync(
                        new AttemptBegan(started.Attempt, progress.Place, started.At), cancellationToken);
                break;
            case ResultArrived arrived when Follow(report, arrived.Attempt) is { } progress:
                progress.Add(arrived.Result);
                if (!further.MayFollow(progress))
                    await _results.TellAsync(progress, AttemptEnd.Completed, arrived.Result, cancellationToken);
                break;
            case AttemptEnded ended when Follow(report, ended.Attempt) is { } progress:
                await TakeEndAsync(progress, ended, cancellationToken);
                break;
            case AttachmentsArrived files:
                await reports.TellAsync(
                    new RunFilesArrived(files.Sets, new AttemptPlace(report.Agent, report.Slot)), cancellationToken);
                break;
            case AgentNote note when !_errors.TryHold(report.Batch, note, further):
                await reports.TellAsync(new NoteMade(note.Level, note.Text), cancellationToken);
                break;
            case AttemptsReturned returned when Stopping is null && book.FindOpen(report.Batch) is { } giver:
                foreach (var share in _givenBack.Share(giver, returned.Attempts))
                    _toPublish.Enqueue(share);
                break;
            case BatchEnded end:
                await CloseAsync(report, end.At, cancellationToken);
                break;
        }
    }

    /// <summary>What is unfinished of these batches ends here, and so do they.</summary>
    public async ValueTask EndAsync(
        IEnumerable<BatchProgress> batches, AttemptEnd end, string reason, CancellationToken cancellationToken)
    {
        foreach (var open in batches)
        {
            book.Close(open.Batch.Id);
            await EndAllAsync(book.UnfinishedOf(open.Batch), end, reason, cancellationToken);
            await reports.TellAllAsync(_errors.Release(open.Batch), cancellationToken);
        }
    }

    /// <summary>The batch went round too often: nothing more can be hoped of it.</summary>
    public ValueTask LoseAsync(BatchProgress hopeless, string lastReason, CancellationToken cancellationToken) =>
        EndAsync(
        [hopeless],
        AttemptEnd.AgentLost,
        $"Its batch was begun {hopeless.Executions} times and never finished. {lastReason}".TrimEnd()
        + " See the logs of the agents that began it.",
        cancellationToken);

    private async ValueTask TakeFailureAsync(
        AgentReport report, BatchProgress open, BatchFailed failed, CancellationToken cancellationToken)
    {
        IsTroubled = true;
        if (failed.EndsRun)
        {
            await reports.TellAsync(new NoteMade(NoteLevel.Error, failed.Reason), cancellationToken);
            await EndAllAsync(book.Unfinished, AttemptEnd.AgentLost, failed.Reason, cancellationToken);
            return;
        }

        var text = $"{report.Agent}, slot {report.Slot}, could not run '{open.Batch.Units[0].Name}': {failed.Reason}";
        await reports.TellAsync(new NoteMade(NoteLevel.Warning, text) { IsAccident = true }, cancellationToken);
        if (open.Executions >= rules.MostExecutions)
            await LoseAsync(open, failed.Reason, cancellationToken);
        else if (Stopping is null && book.Renew(open, [report.Agent], text) is { } renewed)
            _toPublish.Enqueue(renewed.Batch);
    }

    private CaseProgress? Follow(AgentReport report, AttemptId attempt)
    {
        var progress = book.FindAwaited(attempt);
        progress?.FollowExecution(report.Execution, new AttemptPlace(report.Agent, report.Slot));
        return progress;
    }

    private ValueTask TakeEndAsync(CaseProgress progress, AttemptEnded ended, CancellationToken cancellationToken) =>
        (ended.End, Stopping) switch
        {
            (AttemptEnd.Cancelled, RunStop.TimedOut) => EndAsync(
                progress, AttemptEnd.TimedOut, "The run's time-out passed while it ran.", ended.At, cancellationToken),

            // The user's wish, or an agent that was stopped and gives the batch back: no result either way.
            (AttemptEnd.Cancelled, _) => ValueTask.CompletedTask,
            (AttemptEnd.HostCrashed, null) when progress.Began is null && !book.IsIncremental(progress) =>
                TakeAccidentAsync(progress, ended, cancellationToken),
            _ => EndAsync(progress, ended.End, ended.Reason, ended.At, cancellationToken),
        };

    // The test has not begun, so it is no attempt of it; by which bounds it is tried again, its retries do not say.
    private ValueTask TakeAccidentAsync(
        CaseProgress progress, AttemptEnded ended, CancellationToken cancellationToken)
    {
        IsTroubled = true;
        if (++progress.Accidents < rules.MostExecutions && _lostBeforeBegin < rules.MostLostBeforeBegin)
        {
            _toPublish.Enqueue(book.Move(progress));
            return ValueTask.CompletedTask;
        }

        _lostBeforeBegin++;
        return EndAsync(
            progress,
            AttemptEnd.AgentLost,
            $"The test process died before the test began, in {progress.Accidents} executions. {ended.Reason}",
            ended.At,
            cancellationToken);
    }

    private async ValueTask EndAsync(
        CaseProgress progress, AttemptEnd end, string? reason, DateTimeOffset at, CancellationToken cancellationToken)
    {
        IsTroubled |= end != AttemptEnd.Completed;
        if (end != AttemptEnd.Completed || !progress.HasResults)
        {
            var result = UnfinishedResult.Of(progress, end, reason, at);
            progress.Add(result);
            if (!further.MayFollow(progress))
                await _results.TellUnfinishedAsync(progress, end, result, cancellationToken);
        }

        var attempt = progress.End(end, reason, at);
        book.Durations.Learn(attempt);
        await reports.TellAsync(new AttemptFinished(attempt), cancellationToken);
        await CompareAsync(attempt, RetryJudge.HasFailed(progress), cancellationToken);
        await _results.SettleAsync(further.TakeEnd(progress, isStopping: Stopping is not null), cancellationToken);
    }

    private async ValueTask CompareAsync(
        FinishedAttempt attempt, bool hasFailed, CancellationToken cancellationToken)
    {
        if (attempt.End is not (AttemptEnd.Completed or AttemptEnd.HostCrashed or AttemptEnd.TimedOut))
            return;
        _origins.Take(attempt, hasFailed);
        if (!_sickAgents.TryFind(attempt, hasFailed, out var sick))
            return;
        further.Forgive(sick.Failed);
        _foundSick.Enqueue(sick);
        await reports.TellAsync(new NoteMade(NoteLevel.Warning, sick.Reason), cancellationToken);
    }

    /// <summary>
    /// Tells what is held back of groups that the run's end cut off, and what retries came to.
    /// </summary>
    public async ValueTask CompleteAsync(CancellationToken cancellationToken)
    {
        await _results.SettleAsync([.. book.Cases.Where(c => !c.IsAwaited && !c.IsTold)], cancellationToken);
        await reports.TellAllAsync([.. _errors.ReleaseAll(), further.Tell(), _origins.Tell()], cancellationToken);
    }

    private async ValueTask CloseAsync(AgentReport report, DateTimeOffset at, CancellationToken cancellationToken)
    {
        if (book.FindOpen(report.Batch) is not { } open)
            return;
        book.Learn(open, at);
        book.Close(report.Batch);
        if (Stopping is null)
        {
            await EndAllAsync(
                book.UnfinishedOf(open.Batch),
                AttemptEnd.Missing,
                $"{report.Agent}, slot {report.Slot}, ended its batch without a word on it. "
                + "This is a defect of TestFlock; please report it with the agent's log.",
                cancellationToken);
        }

        await reports.TellAllAsync(_errors.Release(open.Batch), cancellationToken);
    }
}
