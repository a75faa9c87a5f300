using System.Runtime.CompilerServices;
using TestFlock.Contracts;
using TestFlock.Core.Transport;
using TestFlock.RabbitMq.Connecting;
using TestFlock.RabbitMq.Messages;

namespace TestFlock.RabbitMq.Runs;

/// <summary>The stream of a run's reports, over as many connections as it takes.</summary>
internal sealed class ReportConsumption(
    RunId run, RabbitMqConnection connection, RabbitMqRunQueues queues, RabbitMqOptions options, SetAsideCount setAside)
{
    private readonly RabbitMqReader _reader = new(options);
    private readonly string _queue = RabbitMqQueues.ReportsOf(run);

    public async IAsyncEnumerable<IReportDelivery> ReadAllAsync(
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (true)
        {
            await using var consumer = await connection.PersistAsync(StartAsync, cancellationToken);
            await foreach (var delivery in consumer.ReadAllAsync(cancellationToken))
            {
                if (_reader.TryReadReport(run, delivery, out var report, out var why))
                {
                    yield return new RabbitMqReportDelivery(consumer, delivery.Tag, report);
                    continue;
                }

                setAside.Add(_queue, why);
                await consumer.SetAsideAsync(delivery.Tag, cancellationToken);
            }
        }
    }

    private async Task<ReportConsumer> StartAsync(CancellationToken cancellationToken)
    {
        // The queue may have expired, or been deleted, while we were away.
        await queues.DeclareReportsAsync(cancellationToken);
        var broker = await connection.GetAsync(cancellationToken);
        var consumer = new ReportConsumer(
            await broker.CreateChannelAsync(cancellationToken: cancellationToken), options);
        try
        {
            await consumer.StartAsync(_queue, cancellationToken);
            return consumer;
        }
        catch
        {
            await consumer.DisposeAsync();
            throw;
        }
    }
}
