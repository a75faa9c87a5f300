using Microsoft.Extensions.Logging;
using TestFlock.Contracts;
using TestFlock.Core.Servers;
using TestFlock.Core.Transport;
using TestFlock.RabbitMq.Connecting;

namespace TestFlock.RabbitMq.Runs;

/// <summary>Opens the transport of a run over RabbitMQ, each on a connection of its own.</summary>
public sealed class RabbitMqRunTransportFactory(
    RabbitMqOptions options, IServerWatcher watcher, TimeProvider time, ILoggerFactory loggers) : IRunTransportFactory
{
    public async Task<IRunTransport> OpenAsync(RunId run, CancellationToken cancellationToken)
    {
        var connection = await RabbitMqConnection.OpenAsync(options, watcher, time, loggers, cancellationToken);
        try
        {
            var queues = new RabbitMqRunQueues(run, connection, options);
            await queues.DeclareReportsAsync(cancellationToken);
            return new RabbitMqRunTransport(run, connection, queues, options, loggers);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }
}
