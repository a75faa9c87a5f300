using Microsoft.Extensions.Logging;
using TestFlock.Agent.Packages;
using TestFlock.Contracts;
using TestFlock.Core.Coordination;
using TestFlock.Core.History;
using TestFlock.Core.Reporting;
using TestFlock.Core.Runs;
using TestFlock.Core.Settings;
using TestFlock.RabbitMq;
using TestFlock.RabbitMq.Runs;
using TestFlock.Redis;
using TestFlock.Redis.Runs;

namespace TestFlock.Agent.Run;

/// <summary>A coordinator whose batches RabbitMQ carries to the agents that Redis knows.</summary>
internal sealed class DistributedRun
{
    // Agents may start together with the run; batches for too many slots merely cost a few calls more.
    private const int FewestSlotsToPlanFor = 8;

    private readonly string _client;
    private readonly ServerAddress _broker;
    private readonly RedisRunCoordination _redis;
    private readonly OutageNotes _outages;
    private readonly PackageStores _stores;
    private readonly PackagePreparation _packages;

    private DistributedRun(
        string client,
        ServerAddress broker,
        RedisRunCoordination redis,
        OutageNotes outages,
        PackageStores stores,
        PackagePreparation packages) =>
        (_client, _broker, _redis, _outages, _stores, _packages) = (client, broker, redis, outages, stores, packages);

    public PackageStores Stores => _stores;

    public IDurationHistory History => _redis.History;

    /// <summary>What only runs with a dashboard tell.</summary>
    public IReport CreateReport() => new AttemptsForWatchers(_redis.Attempts);

    /// <exception cref="CoordinationException">Redis cannot be reached or refuses; the message has address and
    /// cure.</exception>
    public static async Task<DistributedRun> OpenAsync(
        RunId run,
        ServerAddress broker,
        ServerAddress coordination,
        PackageOptions package,
        TimeProvider time,
        ILoggerFactory loggers)
    {
        var client = $"testflock-run-{run}";
        var outages = new OutageNotes();
        var options = new RedisOptions { Address = coordination.Uri, ClientName = client };
        var redis = await RedisRunCoordination.OpenAsync(options, outages, time, loggers, CancellationToken.None);
        var stores = new PackageStores(options, [package.Store], outages, time, loggers);
        return new DistributedRun(
            client, broker, redis, outages, stores, new PackagePreparation(package, stores, time, loggers));
    }

    /// <summary>Those that live now.</summary>
    public Task<IReadOnlyList<AgentDescription>> FindAgentsAsync() => _redis.FindAgentsAsync(CancellationToken.None);

    /// <summary>How many slots may share the run, as far as is known before it begins.</summary>
    public static int SlotsOf(IReadOnlyList<AgentDescription> agents) =>
        Math.Max(FewestSlotsToPlanFor, agents.Sum(agent => agent.Slots));

    /// <summary>What the user reads first: by which name the run can be stopped, and who is there for it.</summary>
    public static NoteMade Introduce(RunId run, IReadOnlyList<AgentDescription> agents) => new(
        NoteLevel.Informational,
        $"TestFlock run {run}: {agents.Count} agents offer {agents.Sum(agent => agent.Slots)} slots. "
        + $"To stop it from elsewhere: testflock cancel {run}");

    /// <summary>
    /// Brings the tests' assemblies where agents find them, and writes into the manifest where that is.
    /// </summary>
    /// <exception cref="Core.Packages.PackageException">It cannot be done; the message has the cure.</exception>
    public async Task<(RunManifest Manifest, IReadOnlyList<NoteMade> Notes)> PreparePackagesAsync(
        RunManifest manifest, IReadOnlyList<NoteMade> notes, IReadOnlyList<TestCase> cases)
    {
        var prepared = await _packages.PrepareAsync(
            manifest, cases.Select(c => c.Source).Distinct(), CancellationToken.None);
        return (prepared, [.. notes, .. _packages.Notes]);
    }

    /// <param name="parts">What every run is made of.</param>
    /// <param name="lastResort">Null: what no agent can run is not run here either.</param>
    public FlockRun Create(RunParts parts, LastResort? lastResort)
    {
        var rabbit = new RabbitMqRunTransportFactory(
            new RabbitMqOptions { Address = _broker.Uri, ClientName = _client }, _outages, parts.Time, parts.Loggers);
        var coordinator = new RunCoordinator(
            parts.Plan, rabbit, _redis, parts.Reports, new RunRules(), parts.Time, parts.Loggers, lastResort);
        _outages.Reader = coordinator;
        return new FlockRun(
            coordinator, agent: null, [_redis, _stores, parts.Reports], parts.Loggers.CreateLogger<FlockRun>());
    }
}
