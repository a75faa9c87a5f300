using TestFlock.Contracts;
using TestFlock.Core.Coordination;

namespace TestFlock.Local;

/// <summary>
/// Coordination in the memory of one process: the coordinator's run and the agent loop beside it. The machine's slots stand in
/// for the capacity that many coordinators share.
/// </summary>
public sealed class LocalCoordination(IMachineSlots machineSlots) : IRunCoordination, IAgentCoordination
{
    private readonly LocalRegistry _registry = new();

    public Task<IRunRegistration> OpenAsync(RunManifest manifest, RunShare share, CancellationToken cancellationToken) =>
        Task.FromResult<IRunRegistration>(new LocalRunRegistration(_registry, _registry.Open(manifest, share)));

    public Task<IAgentRegistration> RegisterAsync(AgentDescription agent, CancellationToken cancellationToken)
    {
        _registry.Add(agent);
        return Task.FromResult<IAgentRegistration>(new LocalAgentRegistration(_registry, agent, machineSlots));
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
