using Microsoft.Extensions.Logging;
using TestFlock.Core.Coordination;
using TestFlock.Core.Runs;
using TestFlock.Core.Settings;
using TestFlock.RabbitMq;
using TestFlock.RabbitMq.Runs;
using TestFlock.Redis;
using TestFlock.Redis.Runs;

namespace TestFlock.Agent.Run;

/// <summary>A coordinator whose batches RabbitMQ carries to the agents that Redis knows.</summary>
internal static class DistributedRun
{
    /// <exception cref="CoordinationException">Redis cannot be reached or refuses; the message has address and cure.</exception>
    public static async Task<FlockRun> CreateAsync(RunParts parts, ServerAddress broker, ServerAddress coordination)
    {
        var name = $"testflock-run-{parts.Plan.Manifest.Run}";
        var outages = new OutageNotes();
        var redis = await RedisRunCoordination.OpenAsync(
            new RedisOptions { Address = coordination.Uri, ClientName = name },
            outages,
            parts.Time,
            parts.Loggers,
            CancellationToken.None);
        var rabbit = new RabbitMqRunTransportFactory(
            new RabbitMqOptions { Address = broker.Uri, ClientName = name }, outages, parts.Time, parts.Loggers);
        var coordinator = new RunCoordinator(
            parts.Plan, rabbit, redis, parts.Reports, new RunRules(), parts.Time, parts.Loggers);
        outages.Reader = coordinator;
        return new FlockRun(coordinator, agent: null, [redis], parts.Loggers.CreateLogger<FlockRun>());
    }
}
