using System.Collections.Concurrent;
using TestFlock.Contracts;
using TestFlock.Core.Transport;

namespace TestFlock.Local;

/// <summary>
/// Queues in the memory of one process, for a coordinator and the agent loop beside it. It keeps the ports' promises
/// that make sense without a network: what was taken and returned comes again, and a run that ended is gone.
/// </summary>
public sealed class LocalTransport : IRunTransportFactory, IAgentTransport
{
    private readonly ConcurrentDictionary<RunId, LocalRunQueues> _runs = new();

    public Task<IRunTransport> OpenAsync(RunId run, CancellationToken cancellationToken)
    {
        var queues = new LocalRunQueues();
        if (!_runs.TryAdd(run, queues))
            return Task.FromException<IRunTransport>(
                new TransportException($"Run {run} is open already; a run id is used once."));
        return Task.FromResult<IRunTransport>(new OpenRun(this, run, queues));
    }

    public Task<IBatchDelivery?> TakeAsync(QueueName queue, CancellationToken cancellationToken) =>
        Task.FromResult<IBatchDelivery?>(
            _runs.TryGetValue(queue.Run, out var queues) && queues.TryTake(queue.Requirements, out var batch)
                ? new LocalDelivery(queues, batch)
                : null);

    public Task ReportAsync(AgentReport report, CancellationToken cancellationToken) =>
        _runs.TryGetValue(report.Run, out var queues)
            ? queues.Reports.SendAsync(report, cancellationToken)
            : Task.FromException(new RunGoneException(report.Run));

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private sealed class OpenRun(LocalTransport transport, RunId run, LocalRunQueues queues) : IRunTransport
    {
        public Task PublishAsync(Batch batch, CancellationToken cancellationToken)
        {
            queues.Add(batch);
            return Task.CompletedTask;
        }

        public IAsyncEnumerable<IReportDelivery> ReadReportsAsync(CancellationToken cancellationToken) =>
            queues.Reports.ReadAllAsync(cancellationToken);

        public Task<int> CountWaitingAsync(string requirements, CancellationToken cancellationToken) =>
            Task.FromResult(queues.Count(requirements));

        public ValueTask DisposeAsync()
        {
            if (transport._runs.TryRemove(run, out _))
                queues.Reports.Close();
            return ValueTask.CompletedTask;
        }
    }
}
