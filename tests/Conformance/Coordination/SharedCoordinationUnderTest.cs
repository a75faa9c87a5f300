using TestFlock.Contracts;
using TestFlock.Core.Coordination;
using TestFlock.Tests.Servers;

namespace TestFlock.Tests.Conformance.Coordination;

/// <summary>A coordination that many machines share: any of them, and the network, may fail at any moment.</summary>
public abstract class SharedCoordinationUnderTest : CoordinationUnderTest
{
    /// <summary>
    /// Connects through a network of its own, which the test can break without anybody else noticing.
    /// </summary>
    public abstract Task<IAgentCoordination> ConnectAgentAsync(LoopbackRelay network);

    /// <inheritdoc cref="ConnectAgentAsync(LoopbackRelay)"/>
    public abstract Task<IRunCoordination> ConnectRunAsync(LoopbackRelay network);

    public abstract LoopbackRelay NewNetwork();

    /// <summary>Does what a person beside the coordinator does.</summary>
    public abstract Task CancelRunAsync(RunId run);
}
