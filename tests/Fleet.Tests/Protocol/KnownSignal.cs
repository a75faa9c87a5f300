using TestFlock.Core.Coordination;

namespace TestFlock.Fleet.Tests.Protocol;

/// <summary>Tells when an agent is known to all others.</summary>
internal sealed class KnownSignal(IAgentCoordination inner) : IAgentCoordination
{
    private readonly TaskCompletionSource _known = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task Task => _known.Task;

    public async Task<IAgentRegistration> RegisterAsync(AgentDescription agent, CancellationToken cancellationToken)
    {
        try
        {
            var registration = await inner.RegisterAsync(agent, cancellationToken);
            _known.TrySetResult();
            return registration;
        }
        catch (Exception e)
        {
            _known.TrySetException(e);
            throw;
        }
    }

    public ValueTask DisposeAsync() => inner.DisposeAsync();
}
