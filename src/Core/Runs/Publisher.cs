using System.Threading.Channels;
using TestFlock.Contracts;
using TestFlock.Core.Coordination;
using TestFlock.Core.Transport;

namespace TestFlock.Core.Runs;

/// <summary>
/// Publishes batches in order, many at a time, and announces them once the transport has them. Works beside the run's
/// signals, so that a server that is away holds up neither results nor the user's wish to stop.
/// </summary>
internal sealed class Publisher(RunPlan plan, IRunTransport transport, IRunRegistration registration) : IDisposable
{
    // Waiting for each confirmation before the next is some thirty times slower; more than a few hundred at once gain
    // nothing.
    private const int MostAtOnce = 256;

    private readonly Channel<Batch> _again =
        Channel.CreateUnbounded<Batch>(new UnboundedChannelOptions { SingleReader = true });

    private readonly HashSet<string> _knownQueues = []; // owned by RunAsync
    private readonly SemaphoreSlim _counting = new(1, 1);
    private int _owed = plan.Batches.Count;

    /// <summary>Whether every batch that was handed over is in the transport's custody.</summary>
    public bool IsDone => Volatile.Read(ref _owed) == 0;

    /// <summary>After those of the plan. Returns at once.</summary>
    public void PublishAgain(Batch batch)
    {
        Interlocked.Increment(ref _owed);
        _again.Writer.TryWrite(batch);
    }

    /// <summary>
    /// Nothing is published until the result is disposed: what is in the queues and what was announced agree.
    /// </summary>
    public async Task<IDisposable> PauseAsync(CancellationToken cancellationToken)
    {
        await _counting.WaitAsync(cancellationToken);
        return new Pause(_counting);
    }

    /// <summary>Publishes the plan, and what is to be published again, until cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        foreach (var batches in plan.Batches.Chunk(MostAtOnce))
            await PublishAsync(batches, cancellationToken);
        while (await _again.Reader.WaitToReadAsync(cancellationToken))
        {
            using var pause = await PauseAsync(cancellationToken);
            await PublishUncountedAsync([.. TakeAgain()], cancellationToken);
        }
    }

    public void Dispose() => _counting.Dispose();

    private async Task PublishAsync(IReadOnlyList<Batch> batches, CancellationToken cancellationToken)
    {
        using var pause = await PauseAsync(cancellationToken);
        await PublishUncountedAsync(batches, cancellationToken);
    }

    private async Task PublishUncountedAsync(IReadOnlyList<Batch> batches, CancellationToken cancellationToken)
    {
        var publishing = new List<Task>();
        foreach (var batch in batches)
        {
            publishing.Add(transport.PublishAsync(batch, cancellationToken));

            // The first makes the queue; those behind it would overtake each other while they wait for it.
            if (_knownQueues.Add(batch.Requirements))
                await publishing[^1];
        }

        await Task.WhenAll(publishing);
        foreach (var group in batches.GroupBy(b => b.Requirements))
        {
            var cost = group.Aggregate(TimeSpan.Zero, (sum, batch) => sum + batch.ExpectedDuration);
            await registration.AddAsync(group.Key, group.Count(), cost, cancellationToken);
        }

        Interlocked.Add(ref _owed, -batches.Count);
    }

    private IEnumerable<Batch> TakeAgain()
    {
        for (var taken = 0; taken < MostAtOnce && _again.Reader.TryRead(out var batch); taken++)
            yield return batch;
    }

    private sealed class Pause(SemaphoreSlim counting) : IDisposable
    {
        public void Dispose() => counting.Release();
    }
}
