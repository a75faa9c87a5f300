using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using TestFlock.Contracts;
using TestFlock.Core.Execution;
using TestFlock.Execution.Calls;

namespace TestFlock.Execution.Warm;

/// <summary>Runners that keep one test host for each slot.</summary>
/// <param name="workFolder">
/// Where the folders of hosts are made, one folder for each runner. What remains in it was kept on purpose.
/// </param>
/// <param name="loggerFolder">For the command line that a person is given to run a crashed test again.</param>
/// <param name="rules">When a host is replaced.</param>
/// <param name="time">For time-outs and stamps.</param>
/// <param name="loggers">For what an operator reads.</param>
public sealed class WarmBatchRunnerFactory(
    string workFolder, string loggerFolder, RecyclingRules rules, TimeProvider time, ILoggerFactory loggers)
    : IBatchRunnerFactory, IAsyncDisposable
{
    private readonly StartGate _gate = new(Environment.ProcessorCount);
    private readonly ConcurrentQueue<WarmSlot> _prepared = [];
    private readonly ConcurrentDictionary<int, WarmSlot> _reserved = new(); // by slot
    private int _made;

    public Isolation Isolation => Isolation.Warm;

    /// <summary>
    /// Starts hosts while the run is still being planned, so that no slot waits for one; called again when more is
    /// known, those that are missing.
    /// </summary>
    /// <param name="manifest">Of the run that is to come.</param>
    /// <param name="source">Full path of its test assembly.</param>
    /// <param name="slots">
    /// How many there shall be; whichever slots ask first by <see cref="ReadyAsync"/>, take them.
    /// </param>
    public void Prepare(RunManifest manifest, string source, int slots)
    {
        for (var count = _prepared.Count; count < slots; count++)
        {
            var prepared = NewSlot();
            prepared.Prepare(manifest, source);
            _prepared.Enqueue(prepared);
        }
    }

    /// <summary>
    /// Completes when one of the prepared hosts, which the slot keeps, can serve; at once when there is none for it.
    /// </summary>
    public Task ReadyAsync(int slot)
    {
        if (!_prepared.TryDequeue(out var prepared))
            return Task.CompletedTask;
        _reserved[slot] = prepared;
        return prepared.ReadyAsync();
    }

    public IBatchRunner Create(int slot) =>
        new WarmBatchRunner(_reserved.TryRemove(slot, out var prepared) ? prepared : NewSlot(), time);

    /// <summary>Ends what was prepared and never needed.</summary>
    public async ValueTask DisposeAsync()
    {
        // Those that wait for their turn first: where one ended they would start.
        await Task.WhenAll(_reserved.Values.Concat(_prepared).Reverse().Select(slot => slot.DisposeAsync().AsTask()));
        _gate.Dispose();
    }

    private WarmSlot NewSlot() => new(
        DotnetProgram.Find(Environment.GetEnvironmentVariable, Environment.ProcessPath),
        loggerFolder,
        new CallFolders(
            Path.Combine(workFolder, $"warm-{Interlocked.Increment(ref _made)}"), loggers.CreateLogger<CallFolders>()),
        _gate,
        rules,
        time,
        loggers.CreateLogger<WarmSlot>());
}
