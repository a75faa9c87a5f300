using TestFlock.Contracts;
using TestFlock.Core.Coordination;
using TestFlock.Core.Overview;
using TestFlock.Core.Progress;

namespace TestFlock.Local;

/// <summary>A run that the slots of the same process can see.</summary>
internal sealed class LocalRunRegistration(LocalRegistry registry, LocalRun run) : IRunRegistration
{
    /// <summary>Nobody else knows of the run.</summary>
    public CancellationToken CancelRequested => CancellationToken.None;

    public Task AddAsync(string requirements, int batches, TimeSpan cost, CancellationToken cancellationToken)
    {
        registry.SetReady(run, requirements, ready => ready + batches);
        return Task.CompletedTask;
    }

    public Task SyncAsync(string requirements, int waiting, CancellationToken cancellationToken)
    {
        registry.SetReady(run, requirements, _ => waiting);
        return Task.CompletedTask;
    }

    public Task<IReadOnlySet<BatchId>> FindClaimedAsync(
        IReadOnlyCollection<BatchId> batches, CancellationToken cancellationToken) =>
        Task.FromResult(registry.FindClaimed(run, batches));

    public Task<IReadOnlyList<AgentDescription>> FindAgentsAsync(CancellationToken cancellationToken) =>
        Task.FromResult(registry.Agents());

    public Task<FlockOverview> LookAsync(CancellationToken cancellationToken) => Task.FromResult(registry.Look());

    /// <summary>Nobody else asks about the run.</summary>
    public void TellProgress(RunProgress progress)
    {
    }

    public Task ShunAsync(string agent, CancellationToken cancellationToken)
    {
        registry.Shun(run, agent);
        return Task.CompletedTask;
    }

    public Task AskBackAsync(IReadOnlyCollection<BatchId> batches, CancellationToken cancellationToken)
    {
        registry.AskBack(run, batches);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        registry.Stop(run, LeaseLoss.RunCancelled);
        return Task.CompletedTask;
    }

    public ValueTask DisposeAsync()
    {
        registry.Close(run);
        return ValueTask.CompletedTask;
    }
}
