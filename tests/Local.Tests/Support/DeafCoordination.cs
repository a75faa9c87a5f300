using TestFlock.Contracts;
using TestFlock.Core.Coordination;
using TestFlock.Core.Overview;
using TestFlock.Core.Progress;

namespace TestFlock.Local.Tests.Support;

/// <summary>Coordination by which the first wishes for what slots have not begun get lost.</summary>
internal sealed class DeafCoordination(IRunCoordination inner, int lost) : IRunCoordination
{
    private readonly int _lost = lost;
    private int _wishes;

    public int Wishes => _wishes;

    public async Task<IRunRegistration> OpenAsync(
        RunManifest manifest, RunShare share, CancellationToken cancellationToken) =>
        new Registration(await inner.OpenAsync(manifest, share, cancellationToken), this);

    /// <summary>What it wraps is its owner's.</summary>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private sealed class Registration(IRunRegistration inner, DeafCoordination door) : IRunRegistration
    {
        public CancellationToken CancelRequested => inner.CancelRequested;

        public Task AddAsync(string requirements, int batches, TimeSpan cost, CancellationToken cancellationToken) =>
            inner.AddAsync(requirements, batches, cost, cancellationToken);

        public Task SyncAsync(string requirements, int waiting, CancellationToken cancellationToken) =>
            inner.SyncAsync(requirements, waiting, cancellationToken);

        public Task<IReadOnlySet<BatchId>> FindClaimedAsync(
            IReadOnlyCollection<BatchId> batches, CancellationToken cancellationToken) =>
            inner.FindClaimedAsync(batches, cancellationToken);

        public Task<IReadOnlyList<AgentDescription>> FindAgentsAsync(CancellationToken cancellationToken) =>
            inner.FindAgentsAsync(cancellationToken);

        public Task<FlockOverview> LookAsync(CancellationToken cancellationToken) => inner.LookAsync(cancellationToken);

        public void TellProgress(RunProgress progress) => inner.TellProgress(progress);

        public Task ShunAsync(string agent, CancellationToken cancellationToken) =>
            inner.ShunAsync(agent, cancellationToken);

        public Task AskBackAsync(IReadOnlyCollection<BatchId> batches, CancellationToken cancellationToken) =>
            Interlocked.Increment(ref door._wishes) <= door._lost
                ? Task.CompletedTask
                : inner.AskBackAsync(batches, cancellationToken);

        public Task StopAsync(CancellationToken cancellationToken) => inner.StopAsync(cancellationToken);

        public ValueTask DisposeAsync() => inner.DisposeAsync();
    }
}
