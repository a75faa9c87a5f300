using TestFlock.Contracts;
using TestFlock.Core.Transport;

namespace TestFlock.Core.Coordination;

/// <summary>
/// An agent while it is known. Disposing it takes the agent out of the registry; leases must be disposed before.
/// </summary>
public interface IAgentRegistration : IAsyncDisposable
{
    /// <summary>Set when somebody asked for the agent to take nothing new and leave.</summary>
    CancellationToken DrainRequested { get; }

    /// <summary>
    /// The agent takes nothing new from here on: others learn it, and nobody counts on its free slots. Returns at once.
    /// </summary>
    void TellDrain();

    /// <summary>
    /// Waits, without polling, until a run that this agent can serve is next in turn and its environment has room, and
    /// takes the lease for one batch of it.
    /// </summary>
    /// <param name="slot">From 1; a slot holds one lease at a time.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    Task<ISlotLease> PickAsync(int slot, CancellationToken cancellationToken);

    /// <summary>
    /// What <see cref="ISlotLease.ClaimAsync"/> would answer now, without asking for anything;
    /// <see cref="ClaimAnswer.Done"/> too when the run is gone.
    /// </summary>
    Task<ClaimAnswer> PeekClaimAsync(RunId run, BatchId batch, CancellationToken cancellationToken);

    /// <summary>
    /// A delivery of this queue was returned to it: counts it in again and wakes who can take it. Without this a
    /// returned batch waits until the coordinator compares count and queue.
    /// </summary>
    Task PutBackAsync(QueueName queue, CancellationToken cancellationToken);

    /// <summary>The run's manifest; null when the run is gone.</summary>
    Task<RunManifest?> FindManifestAsync(RunId run, CancellationToken cancellationToken);
}
