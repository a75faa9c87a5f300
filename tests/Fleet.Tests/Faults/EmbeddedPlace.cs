using TestFlock.Core.Coordination;
using TestFlock.Core.Transport;
using TestFlock.Fleet.Tests.Support;
using TestFlock.Local;

namespace TestFlock.Fleet.Tests.Faults;

/// <summary>Everything in the memory of this process; nothing there is to be closed or cut.</summary>
internal sealed class EmbeddedPlace : IFlockPlace, IMachineSlots
{
    private readonly LocalTransport _transport = new();
    private readonly LocalCoordination _coordination;

    public EmbeddedPlace() => _coordination = new LocalCoordination(this);

    public IRunTransportFactory Runs => _transport;

    public Task<IRunCoordination> OpenRunAsync() => Task.FromResult<IRunCoordination>(_coordination);

    public Task<AgentDoors> OpenAgentAsync(string name) => Task.FromResult(new AgentDoors(_transport, _coordination));

    public Func<string, ChildProgram>? FindAgentStarter(string folder) => null;

    public void Cut()
    {
    }

    // Two agents in one process do not share its slots.
    public Task<IDisposable> TakeAsync(int slot, CancellationToken cancellationToken) =>
        Task.FromResult<IDisposable>(new CancellationTokenSource());
}
