using TestFlock.Contracts;
using TestFlock.Core.Transport;
using TestFlock.Tests.Conformance.Transport;

namespace TestFlock.Local.Tests;

public sealed class LocalTransportTests : RunTransportConformance
{
    private readonly LocalTransport _transport = new();

    protected override Task<IRunTransport> OpenRunAsync(RunId run) => _transport.OpenAsync(run, CancellationToken.None);

    protected override Task<IAgentTransport> ConnectAgentAsync() => Task.FromResult<IAgentTransport>(_transport);
}
