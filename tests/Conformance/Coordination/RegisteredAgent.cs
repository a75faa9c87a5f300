using TestFlock.Core.Coordination;

namespace TestFlock.Tests.Conformance.Coordination;

/// <summary>An agent with its own connection.</summary>
public sealed class RegisteredAgent : IAsyncDisposable
{
    private readonly IAgentCoordination _coordination;

    private RegisteredAgent(IAgentCoordination coordination, IAgentRegistration registration) =>
        (_coordination, Registration) = (coordination, registration);

    public IAgentRegistration Registration { get; }

    public static async Task<RegisteredAgent> RegisterAsync(
        IAgentCoordination coordination,
        string name,
        Dictionary<string,
        string> capabilities,
        CancellationToken cancellationToken,
        int slots = 32)
    {
        var description =
            new AgentDescription { Name = name, Slots = slots, Capabilities = capabilities, Version = "1.2.3" };
        return new RegisteredAgent(coordination, await coordination.RegisterAsync(description, cancellationToken));
    }

    public Task<ISlotLease> PickAsync(int slot, CancellationToken cancellationToken) =>
        Registration.PickAsync(slot, cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await Registration.DisposeAsync();
        await _coordination.DisposeAsync();
    }
}
