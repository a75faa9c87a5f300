using TestFlock.Core.Transport;
using TestFlock.Tests.Conformance.Faults;
using TestFlock.Tests.Servers;

namespace TestFlock.RabbitMq.Tests;

[Collection(RabbitMqCollection.Name)]
public sealed class RabbitMqFaultTests(RabbitMqFixture broker) : FaultConformance
{
    private readonly RabbitMqClients _clients = new(broker.Server.Uri);

    protected override IRunTransportFactory Runs => _clients.Runs;

    protected override Task<IAgentTransport> ConnectAgentAsync() => _clients.ConnectAgentAsync();
}
