using TestFlock.Core.Transport;
using TestFlock.Tests.Conformance.Faults;

namespace TestFlock.Local.Tests;

public sealed class LocalFaultTests : FaultConformance
{
    private readonly LocalTransport _transport = new();

    protected override IRunTransportFactory Runs => _transport;

    protected override Task<IAgentTransport> ConnectAgentAsync() => Task.FromResult<IAgentTransport>(_transport);
}
