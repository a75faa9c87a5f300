using TestFlock.Contracts;
using TestFlock.Core.Execution;
using TestFlock.Execution.Calls;

namespace TestFlock.Execution.Warm;

/// <summary>
/// Runs each batch in a host that was there before it and stays after it, in one call for each assembly.
/// </summary>
internal sealed class WarmBatchRunner(WarmSlot slot, TimeProvider time) : IBatchRunner
{
    private readonly SaidOnce _notes = new();

    public async Task RunAsync(
        RunManifest manifest, Batch batch, Func<AgentEvent, ValueTask> events, CancellationToken stop)
    {
        slot.DeleteReleased();
        var assemblies = batch.Units.GroupBy(u => u.Attempts[0].Case.Source, StringComparer.Ordinal);
        foreach (var portion in assemblies.SelectMany(assembly => CallPortion.Of([.. assembly])))
        {
            var series = new CallSeries(manifest, portion, batch.Afresh, slot, _notes, events, time);
            await series.RunAsync(stop);
        }

        if (!stop.IsCancellationRequested)
            await slot.RestAsync(manifest);
    }

    public ValueTask DisposeAsync() => slot.DisposeAsync();
}
