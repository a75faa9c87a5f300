using Microsoft.Extensions.Logging.Abstractions;
using TestFlock.Core.Coordination;
using TestFlock.Execution.Slots;
using TestFlock.RabbitMq.Agents;
using TestFlock.Redis.Agents;

namespace TestFlock.Bench.Fleet;

/// <summary>Agents with the real transport, coordination and slot loops, whose tests only wait.</summary>
internal sealed class SimulatedFleet(Observations observations) : IAsyncDisposable
{
    private readonly CancellationTokenSource _end = new();
    private readonly List<IAsyncDisposable> _connections = [];
    private readonly List<Task> _agents = [];

    public async Task StartAsync(int agents, int slots)
    {
        for (var i = 1; i <= agents; i++)
        {
            var redis = await RedisAgentCoordination.OpenAsync(
                Servers.Redis,
                Servers.Watcher,
                TimeProvider.System,
                NullLoggerFactory.Instance,
                CancellationToken.None);
            var rabbit = await RabbitMqAgentTransport.OpenAsync(
                Servers.RabbitMq,
                Servers.Watcher,
                TimeProvider.System,
                NullLoggerFactory.Instance,
                CancellationToken.None);
            _connections.AddRange([redis, rabbit]);
            var agent = new AgentDescription { Name = $"bench-{i}", Slots = slots, Version = "0" };
            var loop = new AgentLoop(
                agent,
                new TimedCoordination(redis, observations),
                new TimedTransport(rabbit, observations),
                [new SimulatedRunners(observations)],
                TimeProvider.System,
                NullLoggerFactory.Instance);
            _agents.Add(loop.RunAsync(_end.Token, _end.Token));
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await Task.WhenAll(_agents).ContinueWith(_ => { }, TaskScheduler.Default);
        foreach (var connection in _connections)
            await connection.DisposeAsync();
        _end.Dispose();
    }
}
