using TestFlock.Core.Coordination;

namespace TestFlock.Tests.Conformance.Coordination;

/// <summary>An implementation of the coordination, and how a test connects to it.</summary>
public abstract class CoordinationUnderTest
{
    public abstract Task<IRunCoordination> ConnectRunAsync();

    public abstract Task<IAgentCoordination> ConnectAgentAsync();

    /// <summary>Before each test.</summary>
    public virtual Task PrepareAsync() => Task.CompletedTask;
}
