using TestFlock.Contracts;
using TestFlock.Core.Execution;
using TestFlock.Execution.Calls;

namespace TestFlock.Execution.Warm;

/// <summary>
/// Runs each batch in a host that was there before it and stays after it, in as few calls as are worth their cost: what
/// is in no call yet can be given back.
/// </summary>
internal sealed class WarmBatchRunner(WarmSlot slot, TimeProvider time) : IBatchRunner
{
    private readonly SaidOnce _notes = new();
    private WarmOrigin? _origin; // whose portions were measured
    private PortionSize _size = new();

    public async Task RunAsync(
        RunManifest manifest,
        Batch batch,
        Func<AgentEvent, ValueTask> events,
        CancellationToken askedBack,
        CancellationToken stop)
    {
        slot.DeleteReleased();
        var assemblies = batch.Units.GroupBy(u => u.Attempts[0].Case.Source, StringComparer.Ordinal);
        var left = new UnbegunPortions(assemblies.SelectMany(assembly => CallPortion.SmallestOf([.. assembly])));
        var expected = batch.ExpectedDuration / batch.Units.Sum(unit => unit.Attempts.Count);
        var isInTrouble = false;
        Follow(new WarmOrigin(manifest.Run, batch.Units[0].Attempts[0].Case.Source));
        await GivingBack.RunAsync(left, NextSize, RunPortionAsync, events, askedBack, stop);
        if (!stop.IsCancellationRequested)
            await slot.RestAsync(manifest);

        // Where no test begins, each further call only costs another start; and what is stopped makes none.
        int NextSize() => isInTrouble || stop.IsCancellationRequested ? int.MaxValue : _size.Next(expected);

        async Task RunPortionAsync(CallPortion portion, Func<AgentEvent, ValueTask> tell)
        {
            var calls = new TimedCalls(slot, time);
            var series = new CallSeries(manifest, portion, batch.Afresh, calls, _notes, TellAsync, time);
            await series.RunAsync(stop);
            isInTrouble = !calls.HasBegun;
            calls.TellTo(_size, portion.Tests);

            ValueTask TellAsync(AgentEvent happened)
            {
                calls.Take(happened);
                return tell(happened);
            }
        }
    }

    public ValueTask DisposeAsync() => slot.DisposeAsync();

    private void Follow(WarmOrigin origin)
    {
        if (_origin != origin)
            (_origin, _size) = (origin, new PortionSize());
    }
}
