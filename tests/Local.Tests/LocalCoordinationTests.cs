using TestFlock.Core.Coordination;
using TestFlock.Local.Tests.Support;
using TestFlock.Tests.Conformance.Coordination;

namespace TestFlock.Local.Tests;

public sealed class LocalPickingTests() : PickingConformance(new LocalCoordinationUnderTest());

public sealed class LocalClaimTests() : ClaimConformance(new LocalCoordinationUnderTest());

public sealed class LocalAskingBackTests() : AskingBackConformance(new LocalCoordinationUnderTest());

public sealed class LocalCapacityTests() : CapacityConformance(new LocalCoordinationUnderTest());

public sealed class LocalRunLifeTests() : RunLifeConformance(new LocalCoordinationUnderTest());

public sealed class LocalFairnessTests() : FairnessConformance(new LocalCoordinationUnderTest());

internal sealed class LocalCoordinationUnderTest : CoordinationUnderTest
{
    private readonly LocalCoordination _coordination = new(new UnlimitedMachine());

    public override Task<IRunCoordination> ConnectRunAsync() => Task.FromResult<IRunCoordination>(_coordination);

    public override Task<IAgentCoordination> ConnectAgentAsync() => Task.FromResult<IAgentCoordination>(_coordination);
}
