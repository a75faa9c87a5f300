using System.Diagnostics;
using TestFlock.Contracts;
using TestFlock.Core.Telemetry;

namespace TestFlock.Execution.Slots;

/// <summary>Measures one batch by the events that its slot tells, and writes its part of the tests' traces.</summary>
internal sealed class BatchTelemetry
{
    private readonly (string, object?) _place;
    private readonly DateTimeOffset _leased;
    private readonly TimeProvider _time;
    private readonly Dictionary<AttemptId, Traced> _traced = [];
    private readonly BatchSteps _steps = BatchSteps.Begin();
    private DateTimeOffset? _begun;
    private DateTimeOffset? _firstTest;

    /// <param name="agent">Who.</param>
    /// <param name="slot">From 1.</param>
    /// <param name="batch">What.</param>
    /// <param name="leased">When the slot had the right to run something.</param>
    /// <param name="time">The clock.</param>
    public BatchTelemetry(string agent, int slot, Batch batch, DateTimeOffset leased, TimeProvider time)
    {
        (_place, _leased, _time) = (("testflock.slot", $"{agent}/{slot}"), leased, time);
        FlockMeters.SlotsBusy.Add(1);
        if (!FlockTraces.IsOn)
            return;
        foreach (var attempt in batch.Units.SelectMany(u => u.Attempts))
        {
            if (FlockTraces.TryParse(attempt.TraceParent, out var test))
                _traced[attempt.Id] = new Traced(test);
        }
    }

    public void Take(AgentEvent happened)
    {
        switch (happened)
        {
            case BatchBegun begun:
                _begun = begun.At;
                break;
            case AttemptStarted started:
                Begin(started);
                break;
            case ResultArrived { Result: var result }:
                FlockMeters.Results.Add(1, new KeyValuePair<string, object?>("outcome", result.Outcome.ToString()));
                FlockMeters.TestDuration.Record(result.Duration.TotalSeconds);
                break;
            case AttemptEnded ended:
                FlockMeters.Attempts.Add(1, new KeyValuePair<string, object?>("end", ended.End.ToString()));
                End(ended);
                break;
        }
    }

    /// <summary>The slot has nothing to do with the batch any more.</summary>
    /// <param name="end">reported, failed, returned or dropped.</param>
    public void Complete(string end)
    {
        var now = _time.GetUtcNow();
        FlockMeters.SlotsBusy.Add(-1);
        FlockMeters.Batches.Add(1, new KeyValuePair<string, object?>("end", end));
        FlockMeters.BatchDuration.Record((now - _leased).TotalSeconds);
        foreach (var trace in _traced.Values)
        {
            if (trace.Ended is { } ended)
                FlockTraces.Add("testflock.report", trace.Test, ended, now);
        }
    }

    private void Begin(AttemptStarted started)
    {
        if (_firstTest is null)
        {
            _firstTest = started.At;
            FlockMeters.BeginDuration.Record((started.At - (_begun ?? _leased)).TotalSeconds);
        }

        if (!_traced.TryGetValue(started.Attempt, out var trace))
            return;
        trace.Began = started.At;
        var ready = _begun ?? _leased;
        FlockTraces.Add("testflock.leased", trace.Test, _leased, ready, _place);
        foreach (var (name, began, ended) in _steps.All)
        {
            FlockTraces.Add(name, trace.Test, began, ended, _place);
            ready = ended;
        }

        FlockTraces.Add("testflock.host", trace.Test, ready, _firstTest.Value, _place);
    }

    private void End(AttemptEnded ended)
    {
        if (!_traced.TryGetValue(ended.Attempt, out var trace))
            return;
        trace.Ended = ended.At;
        FlockTraces.Add(
            "testflock.run",
            trace.Test,
            trace.Began ?? ended.At,
            ended.At,
            _place,
            ("testflock.attempt", ended.Attempt.Number),
            ("testflock.end", ended.End.ToString()));
    }

    private sealed class Traced(ActivityContext test)
    {
        public ActivityContext Test => test;

        public DateTimeOffset? Began { get; set; }

        public DateTimeOffset? Ended { get; set; }
    }
}
