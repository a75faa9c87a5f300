using TestFlock.Core.Coordination;
using TestFlock.Local.Tests.Support;
using TestFlock.Tests.Conformance.Coordination;

namespace TestFlock.Local.Tests;

public sealed class LocalCoordinationTests : CoordinationConformance
{
    private readonly LocalCoordination _coordination = new(new UnlimitedMachine());

    protected override Task<IRunCoordination> ConnectRunAsync() => Task.FromResult<IRunCoordination>(_coordination);

    protected override Task<IAgentCoordination> ConnectAgentAsync() => Task.FromResult<IAgentCoordination>(_coordination);
}
