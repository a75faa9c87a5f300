using Microsoft.Extensions.Logging;
using TestFlock.Contracts;
using TestFlock.Core.Transport;
using TestFlock.RabbitMq.Connecting;
using TestFlock.RabbitMq.Messages;
using TestFlock.RabbitMq.Publishing;

namespace TestFlock.RabbitMq.Runs;

/// <summary>The coordinator's side of one run.</summary>
internal sealed partial class RabbitMqRunTransport : IRunTransport
{
    private static readonly TimeSpan PatienceAtEnd = TimeSpan.FromSeconds(5);

    private readonly RunId _run;
    private readonly RabbitMqConnection _connection;
    private readonly RabbitMqRunQueues _queues;
    private readonly RabbitMqOptions _options;
    private readonly RabbitMqPublisher _publisher;
    private readonly ReportConsumption _reports;
    private readonly ILogger _logger;

    public RabbitMqRunTransport(
        RunId run,
        RabbitMqConnection connection,
        RabbitMqRunQueues queues,
        RabbitMqOptions options,
        ILoggerFactory loggers)
    {
        (_run, _connection, _queues, _options) = (run, connection, queues, options);
        _publisher = new RabbitMqPublisher(connection, options);
        SetAside = new SetAsideCount(loggers.CreateLogger<SetAsideCount>());
        _reports = new ReportConsumption(run, connection, queues, options, SetAside);
        _logger = loggers.CreateLogger<RabbitMqRunTransport>();
    }

    public SetAsideCount SetAside { get; }

    public async Task PublishAsync(Batch batch, CancellationToken cancellationToken)
    {
        var message = RabbitMqMessage.Of(batch);
        if (message.Body.Length > _options.LongestMessage)
        {
            throw new TransportException(
                $"The batch of '{batch.Units[0].Name}' has {message.Body.Length:N0} bytes, and {_connection.Server} "
                + "carries at most "
                + $"{_options.LongestMessage:N0} in one. Choose a smaller <Unit>, or fewer tests in one "
                + "TestFlock.Group.");
        }

        var queue = RabbitMqQueues.WorkOf(new QueueName(_run, batch.Requirements));
        await _queues.EnsureWorkAsync(batch.Requirements, cancellationToken);
        while (!await _publisher.TryPublishAsync(queue, message, cancellationToken))
        {
            // It expired while the broker was out of reach for long.
            QueueMadeAgain(_logger, queue);
            await _queues.DeclareWorkAsync(batch.Requirements, cancellationToken);
        }
    }

    public IAsyncEnumerable<IReportDelivery> ReadReportsAsync(CancellationToken cancellationToken) =>
        _reports.ReadAllAsync(cancellationToken);

    public Task<int> CountWaitingAsync(string requirements, CancellationToken cancellationToken) =>
        _queues.DeclareWorkAsync(requirements, cancellationToken);

    public async ValueTask DisposeAsync()
    {
        using var patience = new CancellationTokenSource(PatienceAtEnd);
        try
        {
            await _queues.DeleteAsync(patience.Token);
        }
        catch (Exception e) when (RabbitMqFailure.Passes(e))
        {
            QueuesLeft(_logger, _run, _options.QueueExpiry, RabbitMqFailure.Reason(e));
        }

        await _publisher.DisposeAsync();
        await _queues.DisposeAsync();
        await _connection.DisposeAsync();
    }

    [LoggerMessage(321, LogLevel.Warning, "The queue {Queue} had expired and is made again")]
    private static partial void QueueMadeAgain(ILogger logger, string queue);

    [LoggerMessage(322, LogLevel.Warning,
        "The queues of run {Run} could not be deleted; they expire by themselves {Expiry} after their last use: {Why}")]
    private static partial void QueuesLeft(ILogger logger, RunId run, TimeSpan expiry, string why);
}
