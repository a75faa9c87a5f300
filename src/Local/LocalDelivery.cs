using TestFlock.Contracts;
using TestFlock.Core.Transport;

namespace TestFlock.Local;

/// <summary>A batch taken from a queue in memory.</summary>
internal sealed class LocalDelivery(LocalRunQueues queues, Batch batch) : IBatchDelivery
{
    public Batch Batch => batch;

    public Task AcknowledgeAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task ReturnAsync(CancellationToken cancellationToken)
    {
        queues.Return(batch);
        return Task.CompletedTask;
    }
}
