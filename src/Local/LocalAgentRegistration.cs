using TestFlock.Contracts;
using TestFlock.Core.Coordination;
using TestFlock.Core.Transport;

namespace TestFlock.Local;

/// <summary>The one agent of an embedded run.</summary>
internal sealed class LocalAgentRegistration(LocalRegistry registry, AgentDescription agent, IMachineSlots machineSlots)
    : IAgentRegistration
{
    private readonly MetRequirements _requirements = new(agent);

    /// <summary>Nobody else knows of the agent.</summary>
    public CancellationToken DrainRequested => CancellationToken.None;

    public void TellDrain()
    {
    }

    public async Task<ISlotLease> PickAsync(int slot, CancellationToken cancellationToken)
    {
        while (true)
        {
            while (!registry.MayPick(agent.Name, _requirements.IsMet, out var change))
                await change.WaitAsync(cancellationToken);

            // The machine's slot comes first: who holds the run's turn while waiting for it would block the run's other
            // slots.
            var machineSlot = await TakeMachineSlotAsync(slot, cancellationToken);
            if (registry.TryPick(agent.Name, _requirements.IsMet, machineSlot) is { } lease)
                return lease;
            machineSlot.Dispose();
        }
    }

    public Task<ClaimAnswer> PeekClaimAsync(RunId run, BatchId batch, CancellationToken cancellationToken) =>
        Task.FromResult(registry.PeekClaim(run, batch));

    public Task PutBackAsync(QueueName queue, CancellationToken cancellationToken)
    {
        registry.PutBack(queue);
        return Task.CompletedTask;
    }

    public Task<RunManifest?> FindManifestAsync(RunId run, CancellationToken cancellationToken) =>
        Task.FromResult(registry.FindManifest(run));

    public ValueTask DisposeAsync()
    {
        registry.Remove(agent);
        return ValueTask.CompletedTask;
    }

    private async Task<IDisposable> TakeMachineSlotAsync(int slot, CancellationToken cancellationToken)
    {
        using var waiting = registry.CountWaitForMachine();
        return await machineSlots.TakeAsync(slot, cancellationToken);
    }
}
