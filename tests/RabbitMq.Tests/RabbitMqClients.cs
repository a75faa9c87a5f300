using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using TestFlock.Contracts;
using TestFlock.Core.Transport;
using TestFlock.RabbitMq.Agents;
using TestFlock.RabbitMq.Runs;
using TestFlock.Tests.Conformance;

namespace TestFlock.RabbitMq.Tests;

/// <summary>Both sides of the transport, connected to one address.</summary>
internal sealed class RabbitMqClients(Uri address, ILoggerFactory? loggers = null)
{
    private readonly ILoggerFactory _loggers = loggers ?? NullLoggerFactory.Instance;

    public RecordingWatcher Watcher { get; } = new();

    public RabbitMqOptions Options { get; init; } = new() { Address = address, ClientName = "tests" };

    public IRunTransportFactory Runs =>
        new RabbitMqRunTransportFactory(Options, Watcher, TimeProvider.System, _loggers);

    public Task<IRunTransport> OpenRunAsync(RunId run) => Runs.OpenAsync(run, CancellationToken.None);

    public async Task<IAgentTransport> ConnectAgentAsync() => await OpenAgentAsync();

    public Task<RabbitMqAgentTransport> OpenAgentAsync() =>
        RabbitMqAgentTransport.OpenAsync(Options, Watcher, TimeProvider.System, _loggers, CancellationToken.None);
}
