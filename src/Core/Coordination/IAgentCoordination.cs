namespace TestFlock.Core.Coordination;

/// <summary>An agent's door to what all runs and agents share.</summary>
public interface IAgentCoordination : IAsyncDisposable
{
    /// <summary>Makes the agent known; it keeps itself alive until disposed.</summary>
    /// <exception cref="CoordinationException">Coordination cannot be reached; the message has address and
    /// cure.</exception>
    Task<IAgentRegistration> RegisterAsync(AgentDescription agent, CancellationToken cancellationToken);
}
