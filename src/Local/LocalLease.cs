using TestFlock.Contracts;
using TestFlock.Core.Coordination;
using TestFlock.Core.Transport;

namespace TestFlock.Local;

/// <summary>The right to run one batch. Within one process it ends early only with its run.</summary>
internal sealed class LocalLease(
    LocalRegistry registry, LocalRun run, QueueName queue, long fencingNumber, IDisposable machineSlot) : ISlotLease
{
    private readonly CancellationTokenSource _lost = new();
    private readonly CancellationTokenSource _askedBack = new();
    private BatchId? _claimed;
    private int _disposed;

    public LocalRun Run => run;

    public QueueName Queue => queue;

    public long FencingNumber => fencingNumber;

    public string What { get; set; } = "";

    public CancellationToken Lost => _lost.Token;

    public CancellationToken AskedBack => _askedBack.Token;

    public LeaseLoss? Loss { get; private set; }

    /// <summary>Null until a batch was claimed.</summary>
    public BatchId? Claimed => _claimed;

    public Task<ClaimAnswer> ClaimAsync(BatchId batch, CancellationToken cancellationToken)
    {
        var answer = registry.Claim(run, batch);
        if (answer == ClaimAnswer.Granted)
            _claimed = batch;
        return Task.FromResult(answer);
    }

    public Task FinishAsync(BatchId batch, CancellationToken cancellationToken)
    {
        registry.Finish(run, batch);
        return Task.CompletedTask;
    }

    public void Lose(LeaseLoss why)
    {
        Loss = why;
        _lost.Cancel();
    }

    /// <summary>Whoever reacts to it must not hold up who asks.</summary>
    public void AskBack() => _ = _askedBack.CancelAsync();

    public ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0)
            return ValueTask.CompletedTask;
        registry.Return(this, _claimed);
        machineSlot.Dispose();
        return ValueTask.CompletedTask;
    }
}
