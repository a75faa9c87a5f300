using TestFlock.Contracts;
using TestFlock.Core.Coordination;
using TestFlock.Core.Matching;
using TestFlock.Core.Overview;
using TestFlock.Core.Progress;

namespace TestFlock.Tests.Conformance.Faults;

/// <summary>Who lives and who holds what, as the script of a run says.</summary>
internal sealed class FaultCoordination : IRunCoordination, IRunRegistration
{
    private readonly Lock _gate = new();
    private readonly HashSet<string> _queues = []; // guarded by _gate
    private readonly HashSet<BatchId> _claims = []; // guarded by _gate
    private readonly HashSet<BatchId> _done = []; // guarded by _gate

    public IReadOnlyList<AgentDescription> Agents { get; } = [.. new[] { "anna", "bert", "carl" }.Select(name =>
        new AgentDescription
        {
            Name = name,
            Slots = 4,
            Version = "0",
            Capabilities = new Dictionary<string, string> { [AgentDescription.NameCapability] = name },
        })];

    public CancellationToken CancelRequested => CancellationToken.None;

    /// <summary>The sets of requirements of which there are batches, and that the agent meets.</summary>
    public IReadOnlyList<string> QueuesFor(AgentDescription agent)
    {
        lock (_gate)
            return [.. _queues.Where(queue => IsMet(queue, agent)).Order(StringComparer.Ordinal)];
    }

    public bool IsClaimed(BatchId batch)
    {
        lock (_gate)
            return _claims.Contains(batch);
    }

    public bool IsDone(BatchId batch)
    {
        lock (_gate)
            return _done.Contains(batch);
    }

    public void Claim(BatchId batch)
    {
        lock (_gate)
            _claims.Add(batch);
    }

    public void Release(BatchId batch, bool isDone)
    {
        lock (_gate)
        {
            _claims.Remove(batch);
            if (isDone)
                _done.Add(batch);
        }
    }

    public Task<IRunRegistration> OpenAsync(
        RunManifest manifest, RunShare share, CancellationToken cancellationToken) =>
        Task.FromResult<IRunRegistration>(this);

    public Task AddAsync(string requirements, int batches, TimeSpan cost, CancellationToken cancellationToken)
    {
        lock (_gate)
            _queues.Add(requirements);
        return Task.CompletedTask;
    }

    public Task SyncAsync(string requirements, int waiting, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<IReadOnlySet<BatchId>> FindClaimedAsync(
        IReadOnlyCollection<BatchId> batches, CancellationToken cancellationToken)
    {
        lock (_gate)
            return Task.FromResult<IReadOnlySet<BatchId>>(batches.Where(_claims.Contains).ToHashSet());
    }

    public Task<IReadOnlyList<AgentDescription>> FindAgentsAsync(CancellationToken cancellationToken) =>
        Task.FromResult(Agents);

    public Task<FlockOverview> LookAsync(CancellationToken cancellationToken) => Task.FromResult(
        new FlockOverview { Agents = [.. Agents.Select(agent => new AgentState(agent, IsDraining: false))] });

    public void TellProgress(RunProgress progress)
    {
        // Nobody asks.
    }

    public Task ShunAsync(string agent, CancellationToken cancellationToken) => Task.CompletedTask;

    // Executions give back by themselves, as their script says.
    public Task AskBackAsync(IReadOnlyCollection<BatchId> batches, CancellationToken cancellationToken) =>
        Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static bool IsMet(string requirements, AgentDescription agent) =>
        RequirementSet.TryParse(requirements, out var set, out _) && set.IsMetBy(CapabilitySet.Of(agent));
}
