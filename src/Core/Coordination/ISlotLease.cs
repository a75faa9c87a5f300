using TestFlock.Contracts;
using TestFlock.Core.Transport;

namespace TestFlock.Core.Coordination;

/// <summary>
/// The right of one slot to run one batch of <see cref="Queue"/>. Disposing it gives back what is still held of
/// capacity and claim, never the place in the count: whether a batch is in the queue again is known to who returned it,
/// see
/// <see cref="IAgentRegistration.PutBackAsync"/>.
/// </summary>
public interface ISlotLease : IAsyncDisposable
{
    QueueName Queue { get; }

    /// <summary>
    /// Grows with every lease of the environment, so that a system that cares can refuse the older holder.
    /// </summary>
    long FencingNumber { get; }

    /// <summary>
    /// What people read that the slot runs; one line of at most 200 characters, set before the claim. Default empty.
    /// </summary>
    string What { get; set; }

    /// <summary>
    /// Set when the right has ended before the work: stop the tests at once. <see cref="Loss"/> says why.
    /// </summary>
    CancellationToken Lost { get; }

    /// <summary>
    /// Set when the coordinator wants what the claimed batch has not begun, for slots that have nothing to do. Who
    /// cannot give a part of it back goes on.
    /// </summary>
    CancellationToken AskedBack { get; }

    /// <summary>Null while the lease is held.</summary>
    LeaseLoss? Loss { get; }

    /// <summary>Asks to be the one living owner of a batch that was delivered.</summary>
    Task<ClaimAnswer> ClaimAsync(BatchId batch, CancellationToken cancellationToken);

    /// <summary>The batch's results are in custody: marks it done, drops the claim, gives the capacity back.</summary>
    Task FinishAsync(BatchId batch, CancellationToken cancellationToken);
}
