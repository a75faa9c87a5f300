using TestFlock.Core.Coordination;
using TestFlock.Core.Transport;
using TestFlock.Fleet.Tests.Support;

namespace TestFlock.Fleet.Tests.Faults;

/// <summary>Where batches, results and leases are.</summary>
internal interface IFlockPlace
{
    IRunTransportFactory Runs { get; }

    Task<IRunCoordination> OpenRunAsync();

    Task<AgentDoors> OpenAgentAsync(string name);

    /// <summary>
    /// What starts an agent of a given name in a process of its own; null: no other process can reach this place.
    /// </summary>
    /// <param name="folder">Where the agent works.</param>
    Func<string, ChildProgram>? FindAgentStarter(string folder);

    /// <summary>Cuts what agents are connected by; they may connect again at once.</summary>
    void Cut();
}

/// <param name="Transport">Closed by who opened it.</param>
/// <param name="Coordination">Likewise.</param>
internal sealed record AgentDoors(IAgentTransport Transport, IAgentCoordination Coordination) : IAsyncDisposable
{
    public async ValueTask DisposeAsync()
    {
        await Transport.DisposeAsync();
        await Coordination.DisposeAsync();
    }
}
