using TestFlock.Contracts;
using TestFlock.Core.Coordination;
using TestFlock.Core.Transport;

namespace TestFlock.Core.Runs;

/// <summary>Publishes the run's batches in order; each is announced once the transport has it.</summary>
internal sealed class Publisher(RunPlan plan, IRunTransport transport, IRunRegistration registration)
{
    /// <summary>Set when every batch is in the transport's custody.</summary>
    public bool IsDone { get; private set; }

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        foreach (var batch in plan.Batches)
            await PublishAsync(batch, cancellationToken);
        IsDone = true;
    }

    public async Task PublishAsync(Batch batch, CancellationToken cancellationToken)
    {
        await transport.PublishAsync(batch, cancellationToken);
        await registration.AddAsync(batch.Requirements, 1, batch.ExpectedDuration, cancellationToken);
    }
}
