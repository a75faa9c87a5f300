using TestFlock.Contracts;
using TestFlock.Core.Coordination;
using TestFlock.Core.Transport;

namespace TestFlock.Local;

/// <summary>Binds an agent's slots to those of its machine, which other coordinators use too.</summary>
public sealed class MachineBoundCoordination(
    IAgentCoordination coordination, IMachineSlots machineSlots) : IAgentCoordination
{
    public async Task<IAgentRegistration> RegisterAsync(AgentDescription agent, CancellationToken cancellationToken) =>
        new Registration(await coordination.RegisterAsync(agent, cancellationToken), machineSlots);

    /// <summary>What it wraps is its owner's.</summary>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private sealed class Registration(IAgentRegistration inner, IMachineSlots machineSlots) : IAgentRegistration
    {
        public async Task<ISlotLease> PickAsync(int slot, CancellationToken cancellationToken)
        {
            // The lease comes first: who waits for work must not keep a slot of the machine from those who have some.
            var lease = await inner.PickAsync(slot, cancellationToken);
            try
            {
                return new Lease(lease, await machineSlots.TakeAsync(slot, cancellationToken));
            }
            catch
            {
                await lease.DisposeAsync();
                await inner.PutBackAsync(lease.Queue, CancellationToken.None);
                throw;
            }
        }

        public Task<ClaimAnswer> PeekClaimAsync(RunId run, BatchId batch, CancellationToken cancellationToken) =>
            inner.PeekClaimAsync(run, batch, cancellationToken);

        public Task PutBackAsync(QueueName queue, CancellationToken cancellationToken) =>
            inner.PutBackAsync(queue, cancellationToken);

        public Task<RunManifest?> FindManifestAsync(RunId run, CancellationToken cancellationToken) =>
            inner.FindManifestAsync(run, cancellationToken);

        public CancellationToken DrainRequested => inner.DrainRequested;

        public void TellDrain() => inner.TellDrain();

        public ValueTask DisposeAsync() => inner.DisposeAsync();
    }

    private sealed class Lease(ISlotLease inner, IDisposable machineSlot) : ISlotLease
    {
        public QueueName Queue => inner.Queue;

        public long FencingNumber => inner.FencingNumber;

        public string What
        {
            get => inner.What;
            set => inner.What = value;
        }

        public CancellationToken Lost => inner.Lost;

        public CancellationToken AskedBack => inner.AskedBack;

        public LeaseLoss? Loss => inner.Loss;

        public Task<ClaimAnswer> ClaimAsync(BatchId batch, CancellationToken cancellationToken) =>
            inner.ClaimAsync(batch, cancellationToken);

        public Task FinishAsync(BatchId batch, CancellationToken cancellationToken) =>
            inner.FinishAsync(batch, cancellationToken);

        public async ValueTask DisposeAsync()
        {
            machineSlot.Dispose();
            await inner.DisposeAsync();
        }
    }
}
