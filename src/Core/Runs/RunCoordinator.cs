using Microsoft.Extensions.Logging;
using TestFlock.Contracts;
using TestFlock.Core.Coordination;
using TestFlock.Core.Reporting;
using TestFlock.Core.Runs.Progress;
using TestFlock.Core.Runs.Retries;
using TestFlock.Core.Runs.TakingBack;
using TestFlock.Core.Transport;

namespace TestFlock.Core.Runs;

/// <summary>
/// Owns one run from publishing to the last result. All that happens to it passes one inbox and is handled one at a
/// time.
/// </summary>
public sealed class RunCoordinator
{
    private readonly RunPlan _plan;
    private readonly IRunTransportFactory _transports;
    private readonly IRunCoordination _coordination;
    private readonly ReportFan _reports;
    private readonly RunRules _rules;
    private readonly TimeProvider _time;
    private readonly ILoggerFactory _loggers;
    private readonly LastResort? _lastResort;
    private readonly RunInbox _inbox;
    private readonly OtherAgents _others;
    private readonly RunBook _book;
    private readonly RunEvents _events;

    public RunCoordinator(
        RunPlan plan,
        IRunTransportFactory transports,
        IRunCoordination coordination,
        ReportFan reports,
        RunRules rules,
        TimeProvider time,
        ILoggerFactory loggers,
        LastResort? lastResort = null)
    {
        (_plan, _transports, _coordination, _reports) = (plan, transports, coordination, reports);
        (_rules, _time, _loggers, _lastResort) = (rules, time, loggers, lastResort);
        _inbox = new RunInbox(time);
        _others = new OtherAgents(plan);
        _book = new RunBook(plan, _others);
        _events = new RunEvents(_book, reports, plan, rules, new FurtherAttempts(_book, plan), time);
    }

    /// <summary>Stops the run at the user's wish; from any thread, as often as one likes.</summary>
    public void Cancel() => _inbox.Post(new StopAsked(RunStop.Cancelled));

    /// <summary>Ends the run at once: what has no result is told as lost, with the reason. From any thread.</summary>
    public void Fail(string reason) => _inbox.Post(new RunFaulted(reason));

    /// <summary>Tells the user something. From any thread.</summary>
    public void Note(NoteLevel level, string text) => _inbox.Post(new NoteAsked(new NoteMade(level, text)));

    /// <summary>Returns when every case was told, or the run was stopped.</summary>
    /// <param name="abandoned">The user is gone: drop everything without another word.</param>
    /// <exception cref="TransportException">The transport could not be opened.</exception>
    /// <exception cref="CoordinationException">The run could not be registered.</exception>
    public async Task<RunVerdict> RunAsync(CancellationToken abandoned)
    {
        await using var transport = await _transports.OpenAsync(_plan.Manifest.Run, abandoned);
        await using var registration = await _coordination.OpenAsync(_plan.Manifest, _plan.Share, abandoned);
        await _reports.TellAsync(new RunBegan(_plan.Manifest, _plan.Cases, _time.GetUtcNow()), abandoned);
        foreach (var note in _plan.Notes)
            await _reports.TellAsync(note, abandoned);
        await _events.TellDoneAsync(abandoned);

        _others.Learn(await registration.FindAgentsAsync(abandoned));
        using var cancelAsked = registration.CancelRequested.Register(
            () => _inbox.Post(new StopAsked(RunStop.CancelledElsewhere)));
        using var reconcile = _inbox.PostEvery(_rules.ReconcileEvery, new TimeToReconcile());
        using var timeout = _plan.Timeout is { } limit
            ? _inbox.PostAfter(limit, new StopAsked(RunStop.TimedOut))
            : null;
        using var publisher = new Publisher(_plan, transport, registration);
        await using (var beside = new WorkBeside(_inbox, _loggers.CreateLogger<WorkBeside>(), abandoned))
        {
            beside.Start(end => _inbox.PostReportsAsync(transport, end), "Results cannot be received any more");
            beside.Start(publisher.RunAsync, "A batch could not be published");
            await HandleSignalsAsync(transport, registration, publisher, beside, abandoned);
        }

        await _events.CompleteAsync(abandoned);
        var cancelled = _events.Stopping == RunStop.Cancelled;
        await _reports.TellAsync(new RunFinished(cancelled, _time.GetUtcNow()), abandoned);
        return new RunVerdict(cancelled, _events.IsTroubled);
    }

    private async Task HandleSignalsAsync(
        IRunTransport transport,
        IRunRegistration registration,
        Publisher publisher,
        WorkBeside beside,
        CancellationToken abandoned)
    {
        var reconciler = new Reconciler(transport, registration, publisher);
        var adrift = new BatchesAdrift(_book, _events, publisher, _rules, _loggers.CreateLogger<BatchesAdrift>());
        var lastResort = new LastResortUse(_lastResort, beside);
        var search = new AgentSearch(_plan, _book, _events, _reports, _rules, lastResort, _time);
        var progress = new ProgressTeller(_plan, _book, _reports, registration, lastResort, _time);
        var takingBack = new TakeBackJudge(_plan, _book, _others, _rules, _time);
        var isLooking = false;
        ITimer? grace = null;
        var pauses = new List<ITimer>();
        var graceLeft = true;
        while (!_book.IsComplete && (_events.Stopping is null || (_book.IsAnyRunning && graceLeft)))
        {
            switch (await _inbox.TakeAsync(abandoned))
            {
                case ReportArrived { Delivery: var delivery }:
                    await _events.TakeAsync(delivery.Report, abandoned);
                    while (_events.TryTakeBatch(out var again))
                        publisher.PublishAgain(again);
                    while (_events.TryTakeRetry(out var retry))
                        PostAfterPause(new RetryDue(retry), pauses);
                    while (_events.TryTakeSickAgent(out var sick))
                    {
                        _others.Shun(sick.Name);
                        beside.Start(
                            end => registration.ShunAsync(sick.Name, end), "A sick agent could not be shunned");
                    }

                    await delivery.AcknowledgeAsync(abandoned);
                    if (delivery.Report.Events.Any(e => e is BatchBegun or BatchEnded))
                        AskBack(isAnew: false);
                    break;
                case RetryDue { Batch: var due } when _events.Stopping is null:
                    _book.Open(due);
                    publisher.PublishAgain(due);
                    break;
                case TimeToReconcile when _events.Stopping is null && !isLooking:
                    isLooking = true;
                    var open = _book.OpenBatches.Select(b => b.Batch).ToArray();
                    var around = progress.WantsOverview() | takingBack.WantsOverview();
                    beside.Start(
                        async end => _inbox.Post(new Looked(await reconciler.LookAsync(open, around, end))),
                        "The run cannot be looked after any more");
                    break;
                case Looked { Findings: var findings }:
                    isLooking = false;
                    if (_events.Stopping is not null)
                        break;
                    _others.Learn(findings.Agents);
                    takingBack.Learn(findings);
                    foreach (var picky in _book.OpenPickyToAny(_rules.MostLooksForOthers))
                        publisher.PublishAgain(picky);
                    await adrift.JudgeAsync(findings.Unowned, abandoned);
                    await search.JudgeAsync(findings.Agents, abandoned);
                    await progress.TellAsync(findings.Overview, abandoned);
                    AskBack(isAnew: true);
                    break;
                case NoteAsked { Note: var note }:
                    await _reports.TellAsync(note, abandoned);
                    break;
                case StopAsked { Why: var why } when _events.Stopping is null:
                    _events.Stopping = why;
                    grace = _inbox.PostAfter(_rules.StopGrace, new GracePassed());
                    beside.Start(registration.StopAsync, "The agents could not be told to stop");
                    break;
                case GracePassed:
                    graceLeft = false;
                    break;
                case RunFaulted { Reason: var reason }:
                    await _events.EndAllAsync(_book.Unfinished, AttemptEnd.AgentLost, reason, abandoned);
                    break;
            }
        }

        grace?.Dispose();
        pauses.ForEach(pause => pause.Dispose());
        if (_events.Stopping == RunStop.TimedOut)
            await EndTimedOutAsync(abandoned);
        if (_events.Stopping == RunStop.CancelledElsewhere)
            await EndCancelledAsync(abandoned);

        void AskBack(bool isAnew)
        {
            if (_events.Stopping is null && takingBack.Judge(isAnew) is { Count: > 0 } batches)
                beside.Start(end => registration.AskBackAsync(batches, end), "Slots could not be asked for tests");
        }
    }

    private void PostAfterPause(RetryDue due, List<ITimer> pauses)
    {
        if (_plan.Retry.Delay > TimeSpan.Zero)
            pauses.Add(_inbox.PostAfter(_plan.Retry.Delay, due));
        else
            _inbox.Post(due);
    }

    private ValueTask EndCancelledAsync(CancellationToken cancellationToken) => _events.EndAllAsync(
        _book.Unfinished,
        AttemptEnd.Cancelled,
        "Somebody asked for the run to be cancelled (testflock cancel).",
        cancellationToken);

    private ValueTask EndTimedOutAsync(CancellationToken cancellationToken) => _events.EndAllAsync(
        _book.Unfinished,
        AttemptEnd.TimedOut,
        $"The run's time-out of {_plan.Timeout:c} passed before this test ended. "
        + "Raise <Timeouts Run=\"…\">, or give the run more slots.",
        cancellationToken);
}
