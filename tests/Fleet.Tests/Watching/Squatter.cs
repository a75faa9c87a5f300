using Microsoft.Extensions.Logging.Abstractions;
using TestFlock.Core.Coordination;
using TestFlock.Redis;
using TestFlock.Redis.Agents;
using TestFlock.Redis.Runs;
using TestFlock.Tests.Conformance;
using TestFlock.Tests.Conformance.Coordination;

namespace TestFlock.Fleet.Tests.Watching;

/// <summary>A run, and the one slot that holds a lease of it for as long as the test lasts.</summary>
internal sealed class Squatter : IAsyncDisposable
{
    private readonly OpenRun _run;
    private readonly RegisteredAgent _agent;
    private readonly ISlotLease _lease;

    private Squatter(OpenRun run, RegisteredAgent agent, ISlotLease lease) =>
        (_run, _agent, _lease) = (run, agent, lease);

    public string Run => _run.Id.Value;

    /// <param name="redis">The server.</param>
    /// <param name="name">The agent's, and of the capability that only it has.</param>
    /// <param name="share">What the run may claim.</param>
    public static async Task<Squatter> StartAsync(Uri redis, string name, RunShare share)
    {
        var watcher = new RecordingWatcher();
        var options = new RedisOptions { Address = redis, ClientName = name };
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        var run = await OpenRun.OpenAsync(
            await RedisRunCoordination.OpenAsync(
                options, watcher, TimeProvider.System, NullLoggerFactory.Instance, limit.Token), share, limit.Token);
        var agent = await RegisteredAgent.RegisterAsync(
            await RedisAgentCoordination.OpenAsync(
                options, watcher, TimeProvider.System, NullLoggerFactory.Instance, limit.Token),
            name,
            new() { [name] = "any" },
            limit.Token,
            slots: 1);
        await run.AddAsync(name, 1, TimeSpan.Zero, limit.Token);
        var lease = await agent.PickAsync(1, limit.Token);
        lease.What = "Shop.Cart";
        await lease.ClaimAsync(Some.Batch(run.Id, name).Id, limit.Token);
        return new Squatter(run, agent, lease);
    }

    public async ValueTask DisposeAsync()
    {
        await _lease.DisposeAsync();
        await _agent.DisposeAsync();
        await _run.DisposeAsync();
    }
}
