using System.Diagnostics;
using TestFlock.Contracts;
using TestFlock.Core.Reporting;
using TestFlock.Core.Runs;
using TestFlock.Core.Telemetry;

namespace TestFlock.Agent.Run;

/// <summary>Counts what a run tells, and keeps the trace of each of its tests open until its last word.</summary>
internal sealed class RunTelemetry : IReport
{
    private readonly Activity?[] _tests;
    private readonly Dictionary<AttemptPlace, DateTimeOffset> _taken = [];
    private readonly bool[] _hasBegun;
    private DateTimeOffset _began;

    private RunTelemetry(IReadOnlyList<TestCase> cases) =>
        (_tests, _hasBegun) = (
            FlockTraces.IsOn ? [.. cases.Select(c => FlockTraces.BeginTest(c.FullyQualifiedName))] : [],
            new bool[cases.Count]);

    public string Name => "metrics and traces";

    /// <returns>The plan whose attempts carry their traces to the agents, and who follows it.</returns>
    public static (RunPlan Plan, RunTelemetry Telemetry) Follow(RunPlan plan)
    {
        var telemetry = new RunTelemetry(plan.Cases);
        if (telemetry._tests.Length == 0)
            return (plan, telemetry);
        var parents = telemetry._tests.Select(test => test?.Id).ToArray();
        var batches = plan.Batches.Select(batch => batch with
        {
            Units = [.. batch.Units.Select(unit => unit with { Attempts = [.. unit.Attempts.Select(Traced)] })],
        });
        return (plan with { Batches = [.. batches], TraceParents = parents }, telemetry);

        RequestedAttempt Traced(RequestedAttempt attempt) => attempt with { TraceParent = parents[attempt.Id.Ordinal] };
    }

    public ValueTask TellAsync(RunEvent runEvent, CancellationToken cancellationToken)
    {
        switch (runEvent)
        {
            case RunBegan run:
                _began = run.At;
                break;
            case BatchTaken taken:
                _taken[taken.Place] = taken.At;
                break;
            case AttemptBegan attempt:
                TakeBegin(attempt);
                break;
            case AttemptFinished { Attempt: { End: AttemptEnd.AgentLost or AttemptEnd.Missing } }:
                FlockMeters.RunTestsLost.Add(1);
                break;
            case CaseFinished finished:
                TakeEnd(finished);
                break;
        }

        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private void TakeBegin(AttemptBegan attempt)
    {
        var ordinal = attempt.Attempt.Ordinal;
        if (ordinal >= _tests.Length || _hasBegun[ordinal] || _tests[ordinal] is not { } test)
            return;
        _hasBegun[ordinal] = true;
        FlockTraces.Add("testflock.queued", test.Context, _began, _taken.GetValueOrDefault(attempt.Place, attempt.At));
    }

    private void TakeEnd(CaseFinished finished)
    {
        var outcome = finished.Outcome.ToString();
        FlockMeters.RunTests.Add(1, new KeyValuePair<string, object?>("outcome", outcome));
        if (finished.Ordinal >= _tests.Length || _tests[finished.Ordinal] is not { } test)
            return;
        test.SetTag("test.case.result.status", outcome);
        if (finished.Outcome == Outcome.Failed)
            test.SetStatus(ActivityStatusCode.Error);
        test.Dispose();
        _tests[finished.Ordinal] = null;
    }
}
