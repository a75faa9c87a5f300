using TestFlock.Contracts;
using TestFlock.Core.Coordination;

namespace TestFlock.Local;

/// <summary>
/// Coordination in the memory of one process: the coordinator's run and the agent loop beside it. The machine's slots
/// stand in for the capacity that many coordinators share.
/// </summary>
/// <param name="machineSlots">Those of all coordinators on the machine.</param>
/// <param name="slotReady">Completes when the slot of this number can run a test at once; until then it picks nothing, so
/// that others can. Null: always.</param>
public sealed class LocalCoordination(IMachineSlots machineSlots, Func<int, Task>? slotReady = null)
    : IRunCoordination, IAgentCoordination
{
    private readonly LocalRegistry _registry = new();

    public Task<IRunRegistration> OpenAsync(RunManifest manifest, RunShare share, CancellationToken cancellationToken)
    {
        try
        {
            return Task.FromResult<IRunRegistration>(
                new LocalRunRegistration(_registry, _registry.Open(manifest, share)));
        }
        catch (CoordinationException e)
        {
            return Task.FromException<IRunRegistration>(e);
        }
    }

    public Task<IAgentRegistration> RegisterAsync(AgentDescription agent, CancellationToken cancellationToken)
    {
        try
        {
            _registry.Add(agent);
            return Task.FromResult<IAgentRegistration>(
                new LocalAgentRegistration(_registry, agent, machineSlots, slotReady ?? (_ => Task.CompletedTask)));
        }
        catch (CoordinationException e)
        {
            return Task.FromException<IAgentRegistration>(e);
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
