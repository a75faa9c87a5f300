using TestFlock.Contracts;
using TestFlock.Core.Coordination;
using TestFlock.Core.Transport;

namespace TestFlock.Local.Tests.Support;

/// <summary>Coordination of one agent whose leases can expire, as they do when a server was away for too long.</summary>
internal sealed class LosingCoordination(IAgentCoordination inner) : IAgentCoordination
{
    private readonly Lock _gate = new();
    private readonly List<Lease> _held = []; // guarded by _gate

    public async Task<IAgentRegistration> RegisterAsync(AgentDescription agent, CancellationToken cancellationToken) =>
        new Registration(await inner.RegisterAsync(agent, cancellationToken), Hold);

    /// <summary>The right to what the agent runs now passes on to others.</summary>
    public void LoseAll()
    {
        Lease[] held;
        lock (_gate)
            held = [.. _held];
        foreach (var lease in held)
            lease.Expire();
    }

    /// <summary>What it wraps is its owner's.</summary>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private Lease Hold(ISlotLease given)
    {
        var lease = new Lease(given);
        lock (_gate)
            _held.Add(lease);
        return lease;
    }

    private sealed class Registration(IAgentRegistration inner, Func<ISlotLease, Lease> hold) : IAgentRegistration
    {
        public CancellationToken DrainRequested => inner.DrainRequested;

        public void TellDrain() => inner.TellDrain();

        public async Task<ISlotLease> PickAsync(int slot, CancellationToken cancellationToken) =>
            hold(await inner.PickAsync(slot, cancellationToken));

        public Task<ClaimAnswer> PeekClaimAsync(RunId run, BatchId batch, CancellationToken cancellationToken) =>
            inner.PeekClaimAsync(run, batch, cancellationToken);

        public Task PutBackAsync(QueueName queue, CancellationToken cancellationToken) =>
            inner.PutBackAsync(queue, cancellationToken);

        public Task<RunManifest?> FindManifestAsync(RunId run, CancellationToken cancellationToken) =>
            inner.FindManifestAsync(run, cancellationToken);

        public ValueTask DisposeAsync() => inner.DisposeAsync();
    }

    private sealed class Lease : ISlotLease
    {
        private readonly ISlotLease _inner;
        private readonly CancellationTokenSource _lost;
        private volatile bool _isExpired;

        public Lease(ISlotLease inner)
        {
            _inner = inner;
            _lost = CancellationTokenSource.CreateLinkedTokenSource(inner.Lost);
        }

        public QueueName Queue => _inner.Queue;

        public long FencingNumber => _inner.FencingNumber;

        public string What
        {
            get => _inner.What;
            set => _inner.What = value;
        }

        public CancellationToken Lost => _lost.Token;

        public CancellationToken AskedBack => _inner.AskedBack;

        public LeaseLoss? Loss => _isExpired ? LeaseLoss.Expired : _inner.Loss;

        public void Expire()
        {
            _isExpired = true;
            _lost.Cancel();
        }

        public Task<ClaimAnswer> ClaimAsync(BatchId batch, CancellationToken cancellationToken) =>
            _inner.ClaimAsync(batch, cancellationToken);

        public Task FinishAsync(BatchId batch, CancellationToken cancellationToken) =>
            _inner.FinishAsync(batch, cancellationToken);

        public ValueTask DisposeAsync() => _inner.DisposeAsync();
    }
}
