using TestFlock.Contracts;
using TestFlock.Core.Progress;
using TestFlock.Core.Reporting;
using TestFlock.Core.Runs.Retries;

namespace TestFlock.Core.Efficiency;

/// <summary>
/// Measures a run from its events, in memory that grows with the number of failures, not with that of results.
/// </summary>
/// <param name="capacity">How many tests the run's environment bears at once; null: no bound.</param>
public sealed class EfficiencyMeter(int? capacity = null)
{
    private const int MostLongest = 5;

    private readonly Dictionary<AttemptPlace, SlotTime> _slots = [];
    private readonly List<LongTest> _longest = [];
    private readonly Dictionary<int, int> _attemptsOfFailed = []; // by ordinal
    private readonly List<FlakyTest> _flaky = [];
    private readonly Dictionary<WaitKind, TimeSpan> _waited = [];
    private IReadOnlyList<TestCase> _cases = [];
    private DateTimeOffset _began;
    private DateTimeOffset _looked;
    private DateTimeOffset? _firstTest;
    private TimeSpan _tested;

    /// <returns>What came of it, once the run has finished; null until then.</returns>
    public RunEfficiency? Take(RunEvent runEvent)
    {
        switch (runEvent)
        {
            case RunBegan run:
                (_cases, _began, _looked) = (run.Cases, run.At, run.At);
                break;
            case BatchTaken taken:
                TimeOf(taken.Place).Take(taken.At);
                break;
            case AttemptBegan attempt:
                _firstTest ??= attempt.At;
                TimeOf(attempt.Place).Begin(attempt.At);
                break;
            case ProgressMade { Progress.WaitsFor: var reason, At: var at }:
                TakeWait(reason, at);
                break;
            case AttemptFinished { Attempt: var attempt }:
                Take(attempt);
                break;
            case CaseFinished { Outcome: Outcome.Passed, Ordinal: var ordinal }
                when _attemptsOfFailed.TryGetValue(ordinal, out var attempts):
                _flaky.Add(new FlakyTest(NameOf(_cases[ordinal]), attempts));
                break;
            case RunFinished finished:
                return Measure(finished.At);
        }

        return null;
    }

    private SlotTime TimeOf(AttemptPlace place)
    {
        if (!_slots.TryGetValue(place, out var time))
            _slots[place] = time = new SlotTime();
        return time;
    }

    // What holds now is taken to have held since one looked last.
    private void TakeWait(WaitReason? reason, DateTimeOffset at)
    {
        if (reason is not null)
            _waited[reason.Kind] = _waited.GetValueOrDefault(reason.Kind) + (at - _looked);
        _looked = at;
    }

    private void Take(FinishedAttempt attempt)
    {
        if (AttemptStory.HasFailed(attempt) || _attemptsOfFailed.ContainsKey(attempt.Id.Ordinal))
            _attemptsOfFailed[attempt.Id.Ordinal] = attempt.Id.Number;
        if (attempt.Place.Slot == 0)
            return;
        TimeOf(attempt.Place).End(attempt.Ended);
        Count(attempt);
    }

    private void Count(FinishedAttempt attempt)
    {
        var duration = attempt.Results.Aggregate(TimeSpan.Zero, (sum, result) => sum + result.Duration);
        _tested += duration;
        var rank = _longest.FindIndex(test => test.Duration < duration);
        if (rank < 0)
            rank = _longest.Count;
        if (rank == MostLongest || duration == TimeSpan.Zero)
            return;
        var (agent, slot) = attempt.Place;
        _longest.Insert(rank, new LongTest(NameOf(_cases[attempt.Id.Ordinal]), duration, agent, slot));
        if (_longest.Count > MostLongest)
            _longest.RemoveAt(MostLongest);
    }

    // Some frameworks' display names hold the class, some the method alone, some nothing of either.
    private static string NameOf(TestCase test) =>
        test.DisplayName.Contains(test.FullyQualifiedName, StringComparison.Ordinal) ? test.DisplayName
        : test.FullyQualifiedName.Contains(test.DisplayName, StringComparison.Ordinal) ? test.FullyQualifiedName
        : $"{test.FullyQualifiedName} [{test.DisplayName}]";

    private RunEfficiency Measure(DateTimeOffset end) => new()
    {
        Tests = _cases.Count,
        Slots = _slots.Count,
        Wall = end - _began,
        FirstTestAfter = _firstTest - _began,
        Starting = _slots.Values.Aggregate(TimeSpan.Zero, (sum, slot) => sum + slot.Starting),
        Waited = _waited,
        Capacity = capacity,
        Held = _slots.Values.Aggregate(TimeSpan.Zero, (sum, slot) => sum + slot.Held),
        Tested = _tested,
        Longest = [.. _longest],
        Flaky = [.. _flaky],
    };

    /// <summary>One slot, on its own machine's clock.</summary>
    private sealed class SlotTime
    {
        private TimeSpan _earlier;
        private DateTimeOffset? _taken;
        private DateTimeOffset _ended;
        private bool _isStarting;

        public TimeSpan Starting { get; private set; }

        public TimeSpan Held => _taken is { } taken && _ended > taken ? _earlier + (_ended - taken) : _earlier;

        public void Take(DateTimeOffset at) => (_earlier, _taken, _isStarting) = (Held, at, true);

        public void Begin(DateTimeOffset at)
        {
            if (_isStarting && at > _taken)
                Starting += at - _taken.Value;
            _isStarting = false;
        }

        public void End(DateTimeOffset at) => _ended = at;
    }
}
