using TestFlock.Contracts;
using TestFlock.Core.Execution;
using TestFlock.Execution.Calls;

namespace TestFlock.Execution.ProcessIsolation;

/// <summary>Runs each unit of a batch in a <c>dotnet test</c> of its own.</summary>
internal sealed class ProcessBatchRunner(ProcessCallStarter calls, CallFolders folders,
    TimeProvider time) : IBatchRunner
{
    // The name that OpenTelemetry's conventions give the variable.
    private const string TraceVariable = "TRACEPARENT";

    private readonly SaidOnce _notes = new();

    public async Task RunAsync(
        RunManifest manifest, Batch batch, Func<AgentEvent, ValueTask> events, CancellationToken stop)
    {
        folders.DeleteReleased();
        foreach (var portion in batch.Units.SelectMany(unit => CallPortion.Of([unit])))
        {
            var traced = WithTrace(manifest, portion.Units[0]);
            var series = new CallSeries(traced, portion, batch.Afresh, calls, _notes, events, time);
            await series.RunAsync(stop);
        }
    }

    /// <summary>Spans of the tests themselves join the trace; those of a unit of several tests that of the first.</summary>
    private static RunManifest WithTrace(RunManifest manifest, Unit unit) => unit.Attempts[0].TraceParent is { } parent
        ? manifest with
        {
            Variables = new Dictionary<string, string>(manifest.Variables) { [TraceVariable] = parent },
        }
        : manifest;

    public ValueTask DisposeAsync()
    {
        folders.DeleteReleased();
        return ValueTask.CompletedTask;
    }
}
