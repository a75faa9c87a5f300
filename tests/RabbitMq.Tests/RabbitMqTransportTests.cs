using TestFlock.Contracts;
using TestFlock.Core.Transport;
using TestFlock.Tests.Conformance.Transport;
using TestFlock.Tests.Servers;

namespace TestFlock.RabbitMq.Tests;

[Collection(RabbitMqCollection.Name)]
public sealed class RabbitMqTransportTests(RabbitMqFixture broker) : RemoteTransportConformance, IAsyncLifetime
{
    protected override LoopbackRelay Network { get; } = new(broker.Server.Port);

    private RabbitMqClients Clients => new(PrivateRabbitMq.UriAt(Network.Port));

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await Network.DisposeAsync();

    protected override Task<IRunTransport> OpenRunAsync(RunId run) => Clients.OpenRunAsync(run);

    protected override Task<IAgentTransport> ConnectAgentAsync() => Clients.ConnectAgentAsync();
}
