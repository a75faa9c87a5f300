using TestFlock.Contracts;
using TestFlock.Core.Execution;

namespace TestFlock.Execution.ProcessIsolation;

/// <summary>Runs each unit of a batch in a <c>dotnet test</c> of its own.</summary>
internal sealed class ProcessBatchRunner(CallStarter calls, CallFolders folders, TimeProvider time) : IBatchRunner
{
    private readonly SaidOnce _notes = new();

    public async Task RunAsync(
        RunManifest manifest, Batch batch, Func<AgentEvent, ValueTask> events, CancellationToken stop)
    {
        folders.DeleteReleased();
        foreach (var unit in batch.Units)
        {
            var run = new UnitRun(manifest, unit, calls, folders, _notes, events, time);
            await run.RunAsync(stop);
        }
    }

    public ValueTask DisposeAsync()
    {
        folders.DeleteReleased();
        return ValueTask.CompletedTask;
    }
}
