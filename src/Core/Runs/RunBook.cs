using TestFlock.Contracts;
using TestFlock.Core.Progress;
using TestFlock.Core.Runs.Progress;
using TestFlock.Core.Runs.TakingBack;

namespace TestFlock.Core.Runs;

/// <summary>
/// What was asked for and how far each of it is: the cases by ordinal, and the batches not yet ended.
/// </summary>
internal sealed class RunBook
{
    private readonly CaseProgress[] _cases;
    private readonly Dictionary<BatchId, BatchProgress> _batches;
    private readonly RunId _run;
    private readonly string[] _requirements; // by ordinal
    private readonly RequestedAttempt[] _asked; // by ordinal: the first attempt
    private readonly MovedAttempts _moved = new();
    private readonly OtherAgents _others;
    private readonly IReadOnlyList<string?> _traceParents;
    private readonly Forecast _forecast = new();
    private readonly SlotDemand _demand;
    private int _unfinished;
    private int _failed;
    private int _flaky;

    /// <param name="plan">What was asked for.</param>
    /// <param name="others">Who runs again what went wrong.</param>
    public RunBook(RunPlan plan, OtherAgents others)
    {
        _others = others;
        _demand = new SlotDemand(plan.Share.Environment?.Capacity);
        _run = plan.Manifest.Run;
        _traceParents = plan.TraceParents;
        _requirements = new string[plan.Cases.Count];
        _asked = new RequestedAttempt[plan.Cases.Count];
        foreach (var (batch, attempt) in plan.Batches.SelectMany(b => b.Units, (b, u) => (b, u))
            .SelectMany(entry => entry.u.Attempts, (entry, attempt) => (entry.b, attempt)))
        {
            _requirements[attempt.Id.Ordinal] = batch.Requirements;
            _asked[attempt.Id.Ordinal] = attempt;
        }

        Durations = new CaseDurations(plan.Expected);
        _cases = [.. plan.Cases.Select((c, ordinal) => new CaseProgress(ordinal, c))];
        _batches = plan.Batches.ToDictionary(b => b.Id, b => new BatchProgress(b));
        _unfinished = _cases.Length;
    }

    public bool IsComplete => _unfinished == 0;

    public CaseDurations Durations { get; }

    /// <summary>By ordinal.</summary>
    public IReadOnlyList<CaseProgress> Cases => _cases;

    /// <summary>Those whose attempt is under way, or still to come.</summary>
    public IEnumerable<CaseProgress> Unfinished => _cases.Where(c => c.IsAwaited);

    public IReadOnlyCollection<BatchProgress> OpenBatches => _batches.Values;

    /// <summary>Whether any slot is known to work on the run.</summary>
    public bool IsAnyRunning => _batches.Values.Any(b => b.Executions > 0);

    /// <summary>Null when the event is about no case of this run, or about an attempt that is over.</summary>
    public CaseProgress? FindAwaited(AttemptId attempt) =>
        attempt.Ordinal >= 0 && attempt.Ordinal < _cases.Length && _cases[attempt.Ordinal].Awaits(attempt)
            ? _cases[attempt.Ordinal]
            : null;

    public BatchProgress? FindOpen(BatchId batch) => _batches.GetValueOrDefault(batch);

    public IEnumerable<CaseProgress> UnfinishedOf(Batch batch) =>
        batch.Units.SelectMany(u => u.Attempts).Where(a => IsOpenIn(batch, a)).Select(a => _cases[a.Id.Ordinal]);

    /// <summary>Those of which no test has begun, as far as the coordinator has heard.</summary>
    public IEnumerable<Unit> UnbegunOf(BatchProgress open) => open.Batch.Units.Where(unit =>
        unit.Attempts.All(a => IsOpenIn(open.Batch, a) && _cases[a.Id.Ordinal].Began is null));

    /// <summary>Whether the case's tests build on each other, so that none of them runs by itself.</summary>
    public bool IsIncremental(CaseProgress progress) => _asked[progress.Ordinal].IncrementalClass is not null;

    /// <summary>Whether any batch is in its queue.</summary>
    public bool IsAnyWaiting => _batches.Values.Any(b => b.Place is null);

    public void CountFinished(CaseProgress finished)
    {
        _unfinished--;
        if (finished.Outcome == Outcome.Failed)
            _failed++;
        else if (finished.Outcome == Outcome.Passed && finished.Superseded.Count > 0)
            _flaky++;
    }

    /// <param name="now">
    /// By the coordinator's clock; a batch's beginning is told by its agent's, so it is a guess.
    /// </param>
    public RunProgress Measure(DateTimeOffset now)
    {
        var busy = SlotDemand.CountBusy(_batches.Values);
        var left = busy == 0 ? null : _forecast.Of(_batches.Values.Select(b => b.Remaining(now)), busy);
        return new RunProgress
        {
            Total = _cases.Length,
            Done = _cases.Length - _unfinished,
            Failed = _failed,
            Flaky = _flaky,
            SlotsBusy = busy,
            LeftAtLeast = left?.AtLeast,
            LeftAtMost = left?.AtMost,
            Wanted = _demand.Of(_batches.Values, _forecast, now),
        };
    }

    /// <param name="ended">A batch that came to its end.</param>
    /// <param name="at">By its agent's clock.</param>
    public void Learn(BatchProgress ended, DateTimeOffset at)
    {
        if (ended.Place is not null && at > ended.Taken)
        {
            _forecast.Learn(ended.Batch.ExpectedDuration, ended.Cases, at - ended.Taken);
        }
    }

    /// <summary>A batch that the plan did not have, as it is about to be published.</summary>
    public void Open(Batch batch) => _batches.Add(batch.Id, new BatchProgress(batch));

    /// <summary>
    /// The current attempts of these cases, which have been in one unit before: in a fresh process, and by preference
    /// on other agents.
    /// </summary>
    /// <param name="group">At least one.</param>
    /// <param name="avoided">Names of the agents on which something went wrong.</param>
    public Batch BatchAgain(IReadOnlyList<CaseProgress> group, IReadOnlyCollection<string> avoided)
    {
        foreach (var member in group)
            _moved.Forget(member.Ordinal);
        return _others.Prefer(BatchOf(group), avoided);
    }

    /// <summary>
    /// A batch of its own for an attempt that came to nothing in another, which has nothing more to do with it.
    /// </summary>
    public Batch Move(CaseProgress progress)
    {
        var batch = BatchAgain([progress], [progress.Place.Agent]);
        Open(batch);
        _moved.Move(progress.Ordinal, batch.Id);
        return batch;
    }

    private Batch BatchOf(IReadOnlyList<CaseProgress> group) => new()
    {
        Run = _run,
        Id = new BatchId(Guid.NewGuid().ToString("N")),
        Requirements = _requirements[group[0].Ordinal],
        Afresh = true,
        Units =
        [
            new Unit
            {
                Name = group.Count == 1
                    ? group[0].Case.DisplayName
                    : $"{group[0].Case.FullyQualifiedName} and its class",
                Attempts = [.. group.Select(Ask)],
            },
        ],
    };

    private RequestedAttempt Ask(CaseProgress test) => _asked[test.Ordinal] with
    {
        Id = test.Attempt,
        TraceParent = _traceParents.ElementAtOrDefault(test.Ordinal),
    };

    public void Close(BatchId batch) => _batches.Remove(batch);

    /// <summary>
    /// Puts a batch of its own, with what is still unfinished, in the place of one that an agent gave up.
    /// </summary>
    /// <param name="given">That batch.</param>
    /// <param name="avoided">The agents that need not try again, while there are others.</param>
    /// <param name="why">What the agent said.</param>
    /// <returns>Null when everything of it has ended.</returns>
    public BatchProgress? Renew(BatchProgress given, IReadOnlyCollection<string> avoided, string why)
    {
        Close(given.Batch.Id);
        var newId = new BatchId(Guid.NewGuid().ToString("N"));
        var units = given.Batch.Units
            .Select(u => u with { Attempts = [.. u.Attempts.Where(a => IsOpenIn(given.Batch, a))] })
            .Where(u => u.Attempts.Count > 0)
            .ToArray();
        if (units.Length == 0)
            return null;

        _moved.Follow(units, newId);
        var asked = _requirements[units[0].Attempts[0].Id.Ordinal];
        var batch = given.Batch with { Id = newId, Units = units, Requirements = asked };
        var renewed = new BatchProgress(_others.Prefer(batch, avoided), given.Executions) { LastFailure = why };
        _batches.Add(newId, renewed);
        return renewed;
    }

    /// <summary>A batch in the place of what another gave up of its own.</summary>
    public void OpenInstead(Batch batch)
    {
        _moved.Follow(batch.Units, batch.Id);
        Open(batch);
    }

    /// <summary>
    /// Batches that wait for other agents than those that could have them, and have done so for long enough, or in
    /// vain: any agent may have them now. The other agents' copy stays in its queue, and by the batch's id whoever
    /// comes second knows that it has an owner, or is done.
    /// </summary>
    /// <param name="mostLooks">How often one looks before that.</param>
    public IReadOnlyList<Batch> OpenPickyToAny(int mostLooks)
    {
        var picky = _batches.Values
            .Where(b => b.Executions == 0
                && b.Batch.Requirements != _requirements[b.Batch.Units[0].Attempts[0].Id.Ordinal])
            .Where(b => ++b.LooksInVain > mostLooks || !_others.AreThere(b.Batch.Requirements, []))
            .ToArray();
        return [.. picky.Select(OpenToAny)];
    }

    private Batch OpenToAny(BatchProgress picky)
    {
        var asked = _requirements[picky.Batch.Units[0].Attempts[0].Id.Ordinal];
        var batch = picky.Batch with { Requirements = asked };
        _batches[batch.Id] = new BatchProgress(batch, picky.Executions) { LastFailure = picky.LastFailure };
        return batch;
    }

    /// <summary>Whether the attempt is awaited, and this batch is to bring its end.</summary>
    public bool IsOpenIn(Batch batch, RequestedAttempt attempt) =>
        _cases[attempt.Id.Ordinal].Awaits(attempt.Id) && _moved.IsIn(batch.Id, attempt.Id.Ordinal);
}
