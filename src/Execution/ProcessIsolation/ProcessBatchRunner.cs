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
        RunManifest manifest,
        Batch batch,
        Func<AgentEvent, ValueTask> events,
        CancellationToken askedBack,
        CancellationToken stop)
    {
        folders.DeleteReleased();
        var left = new UnbegunPortions(batch.Units.SelectMany(unit => CallPortion.Of([unit])));
        await GivingBack.RunAsync(left, tests: () => 1, RunPortionAsync, events, askedBack, stop);

        Task RunPortionAsync(CallPortion portion, Func<AgentEvent, ValueTask> tell) =>
            new CallSeries(manifest, portion, batch.Afresh, calls, _notes, tell, time).RunAsync(stop);
    }

    public ValueTask DisposeAsync()
    {
        folders.DeleteReleased();
        return ValueTask.CompletedTask;
    }
}
