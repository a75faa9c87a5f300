using System.Collections.Concurrent;
using System.Diagnostics;
using TestFlock.Contracts;
using TestFlock.Core.Coordination;
using TestFlock.Core.Transport;

namespace TestFlock.Bench.Fleet;

/// <summary>An agent's coordination, each of whose steps is timed.</summary>
internal sealed class TimedCoordination(IAgentCoordination inner, Observations observations) : IAgentCoordination
{
    public async Task<IAgentRegistration> RegisterAsync(AgentDescription agent, CancellationToken cancellationToken) =>
        new Registration(await inner.RegisterAsync(agent, cancellationToken), observations);

    public ValueTask DisposeAsync() => inner.DisposeAsync();

    private sealed class Registration(IAgentRegistration inner, Observations observations) : IAgentRegistration
    {
        private readonly ConcurrentDictionary<int, RunId> _last = new(); // by slot

        public CancellationToken DrainRequested => inner.DrainRequested;

        public void TellDrain() => inner.TellDrain();

        public async Task<ISlotLease> PickAsync(int slot, CancellationToken cancellationToken)
        {
            var began = Stopwatch.GetTimestamp();
            var lease = new Lease(await inner.PickAsync(slot, cancellationToken), observations);
            // From one run to the next a slot may wait because there is nothing to do.
            if (_last.TryGetValue(slot, out var run) && run == lease.Queue.Run)
                observations.AddStep("pick", began);
            _last[slot] = lease.Queue.Run;
            return lease;
        }

        public Task<ClaimAnswer> PeekClaimAsync(RunId run, BatchId batch, CancellationToken cancellationToken) =>
            inner.PeekClaimAsync(run, batch, cancellationToken);

        public Task PutBackAsync(QueueName queue, CancellationToken cancellationToken) =>
            inner.PutBackAsync(queue, cancellationToken);

        public Task<RunManifest?> FindManifestAsync(RunId run, CancellationToken cancellationToken) =>
            inner.FindManifestAsync(run, cancellationToken);

        public ValueTask DisposeAsync() => inner.DisposeAsync();
    }

    private sealed class Lease(ISlotLease inner, Observations observations) : ISlotLease
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

        public async Task<ClaimAnswer> ClaimAsync(BatchId batch, CancellationToken cancellationToken)
        {
            var began = Stopwatch.GetTimestamp();
            var answer = await inner.ClaimAsync(batch, cancellationToken);
            observations.AddStep("claim", began);
            return answer;
        }

        public async Task FinishAsync(BatchId batch, CancellationToken cancellationToken)
        {
            var began = Stopwatch.GetTimestamp();
            await inner.FinishAsync(batch, cancellationToken);
            observations.AddStep("finish", began);
        }

        public ValueTask DisposeAsync() => inner.DisposeAsync();
    }
}
