using System.Collections.Concurrent;
using System.Diagnostics;
using TestFlock.Contracts;

namespace TestFlock.Bench.Fleet;

/// <summary>What the slots did, as the system under test would have seen it.</summary>
internal sealed class Observations
{
    private readonly ConcurrentQueue<Work> _works = new();
    private readonly ConcurrentDictionary<string, Durations> _steps = new();
    private readonly ConcurrentDictionary<RunId, string> _environments = new();
    private readonly Lock _gate = new();
    private readonly Dictionary<string, int> _now = []; // guarded by _gate
    private readonly Dictionary<string, int> _most = []; // guarded by _gate

    /// <param name="Run">Whose work.</param>
    /// <param name="Began">A time stamp.</param>
    /// <param name="Ended">A time stamp.</param>
    public readonly record struct Work(RunId Run, long Began, long Ended);

    public IReadOnlyCollection<Work> Works => _works;

    /// <summary>A slot began again after it had done something.</summary>
    public void AddGap(long ended) => Gaps.Add(ended);

    /// <summary>From the end of a slot's test to the begin of its next.</summary>
    public Durations Gaps { get; } = new();

    /// <summary>What slots wait for between two tests, by name.</summary>
    public IEnumerable<KeyValuePair<string, Durations>> Steps =>
        _steps.OrderBy(step => step.Key, StringComparer.Ordinal);

    /// <param name="step">Its name.</param>
    /// <param name="began">A time stamp.</param>
    public void AddStep(string step, long began) => _steps.GetOrAdd(step, _ => new Durations()).Add(began);

    /// <summary>What was seen so far was for warming up.</summary>
    public void Forget()
    {
        Gaps.Forget();
        _steps.Clear();
    }

    public void Against(RunId run, string environment) => _environments[run] = environment;

    /// <summary>The most that was ever at work against it at one moment.</summary>
    public int MostAgainst(string environment)
    {
        lock (_gate)
            return _most.GetValueOrDefault(environment);
    }

    public IDisposable Begin(RunId run)
    {
        Count(run, 1);
        return new Observed(this, run, Stopwatch.GetTimestamp());
    }

    private void End(RunId run, long began)
    {
        Count(run, -1);
        _works.Enqueue(new Work(run, began, Stopwatch.GetTimestamp()));
    }

    private void Count(RunId run, int change)
    {
        if (!_environments.TryGetValue(run, out var environment))
            return;
        lock (_gate)
        {
            var now = _now[environment] = _now.GetValueOrDefault(environment) + change;
            _most[environment] = Math.Max(_most.GetValueOrDefault(environment), now);
        }
    }

    private sealed class Observed(Observations observations, RunId run, long began) : IDisposable
    {
        public void Dispose() => observations.End(run, began);
    }
}
