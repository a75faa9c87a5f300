using TestFlock.Contracts;
using TestFlock.Core.Overview;
using TestFlock.Core.Progress;

namespace TestFlock.Core.Coordination;

/// <summary>
/// A run while it is known to agents; it keeps itself alive. Disposing it makes the run vanish: slots that still work
/// for it learn that their lease is lost.
/// </summary>
public interface IRunRegistration : IAsyncDisposable
{
    /// <summary>Set when somebody else asked for the run to be cancelled.</summary>
    CancellationToken CancelRequested { get; }

    /// <summary>
    /// So many batches more wait in the queue, worth <paramref name="cost"/> of slot time; wakes idle agents.
    /// </summary>
    Task AddAsync(string requirements, int batches, TimeSpan cost, CancellationToken cancellationToken);

    /// <summary>
    /// Brings the count of waiting batches in step with what the transport really holds. Not while batches of these
    /// requirements are published but not yet added: they would be counted twice.
    /// </summary>
    Task SyncAsync(string requirements, int waiting, CancellationToken cancellationToken);

    /// <summary>Which of these batches a living agent runs now.</summary>
    Task<IReadOnlySet<BatchId>> FindClaimedAsync(
        IReadOnlyCollection<BatchId> batches, CancellationToken cancellationToken);

    /// <summary>The agents that are alive now.</summary>
    Task<IReadOnlyList<AgentDescription>> FindAgentsAsync(CancellationToken cancellationToken);

    /// <summary>Who lives, what runs, and what waits, now. Dearer than the other questions: seldom.</summary>
    Task<FlockOverview> LookAsync(CancellationToken cancellationToken);

    /// <summary>How far the run is, for whoever asks about it; sent with the next heartbeat. Returns at once.</summary>
    void TellProgress(RunProgress progress);

    /// <summary>This agent picks nothing more of the run; what it has, it ends.</summary>
    Task ShunAsync(string agent, CancellationToken cancellationToken);

    /// <summary>
    /// Asks the slots that run these batches for what they have not begun. A wish, told once: it may get lost, slots of
    /// an older version do not know it, and a batch that nobody runs has nobody to ask.
    /// </summary>
    Task AskBackAsync(IReadOnlyCollection<BatchId> batches, CancellationToken cancellationToken);

    /// <summary>Asks every agent to stop the run's tests; returns when the wish is on its way.</summary>
    Task StopAsync(CancellationToken cancellationToken);
}
