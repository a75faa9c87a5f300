using System.Collections.Concurrent;
using TestFlock.Contracts;
using TestFlock.Core.Coordination;
using TestFlock.Core.Transport;

namespace TestFlock.Local;

/// <summary>The one agent of an embedded run.</summary>
internal sealed class LocalAgentRegistration(
    LocalRegistry registry, AgentDescription agent, IMachineSlots machineSlots, Func<int, Task> slotReady)
    : IAgentRegistration
{
    private readonly MetRequirements _requirements = new(agent);
    private readonly ConcurrentDictionary<int, Task> _ready = new(); // by slot

    /// <summary>Nobody else knows of the agent.</summary>
    public CancellationToken DrainRequested => CancellationToken.None;

    public void TellDrain()
    {
    }

    public async Task<ISlotLease> PickAsync(int slot, CancellationToken cancellationToken)
    {
        await WaitForHostAsync(slot, cancellationToken);
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

    // A batch in the hands of a slot whose host is still to start would wait for it, while other slots have theirs.
    private async Task WaitForHostAsync(int slot, CancellationToken cancellationToken)
    {
        using var waiting = registry.ForHost.Add();
        await _ready.GetOrAdd(slot, slotReady).WaitAsync(cancellationToken);
    }

    private async Task<IDisposable> TakeMachineSlotAsync(int slot, CancellationToken cancellationToken)
    {
        using var waiting = registry.ForMachine.Add();
        return await machineSlots.TakeAsync(slot, cancellationToken);
    }
}
