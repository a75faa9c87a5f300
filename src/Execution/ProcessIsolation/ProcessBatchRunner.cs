using TestFlock.Contracts;
using TestFlock.Core.Execution;
using TestFlock.Execution.Calls;

namespace TestFlock.Execution.ProcessIsolation;

/// <summary>Runs each unit of a batch in a <c>dotnet test</c> of its own.</summary>
internal sealed class ProcessBatchRunner(ProcessCallStarter calls, CallFolders folders,
    TimeProvider time) : IBatchRunner
{
    private readonly SaidOnce _notes = new();

    public async Task RunAsync(
        RunManifest manifest, Batch batch, Func<AgentEvent, ValueTask> events, CancellationToken stop)
    {
        folders.DeleteReleased();
        foreach (var portion in batch.Units.SelectMany(unit => CallPortion.Of([unit])))
        {
            var series = new CallSeries(manifest, portion, batch.Afresh, calls, _notes, events, time);
            await series.RunAsync(stop);
        }
    }

    public ValueTask DisposeAsync()
    {
        folders.DeleteReleased();
        return ValueTask.CompletedTask;
    }
}
