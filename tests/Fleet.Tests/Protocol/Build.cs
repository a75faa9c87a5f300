using Microsoft.Extensions.Logging;
using TestFlock.Contracts;
using TestFlock.Core.Coordination;
using TestFlock.Core.Reporting;
using TestFlock.Core.Runs;
using TestFlock.Core.Servers;
using TestFlock.Execution.Slots;
using TestFlock.RabbitMq;
using TestFlock.RabbitMq.Agents;
using TestFlock.RabbitMq.Runs;
using TestFlock.Redis;
using TestFlock.Redis.Agents;
using TestFlock.Redis.Runs;

namespace TestFlock.Fleet.Tests.Protocol;

/// <summary>
/// A TestFlock that understands certain protocol versions: the real coordinator, agent, transport and coordination;
/// only the test process is played. What it writes says the newest of them, and needs the oldest unless told otherwise.
/// </summary>
internal sealed class Build(
    ProtocolRange understood, Uri broker, Uri coordination, ILoggerFactory loggers) : IServerWatcher
{
    /// <summary>Runs one test.</summary>
    /// <param name="needs">The version that the run needs; null: the oldest that this build understands.</param>
    /// <returns>The test's final result.</returns>
    public async Task<ResultFinal> RunAsync(int? needs = null)
    {
        var report = new FinalResults();
        await using var redis = await RedisRunCoordination.OpenAsync(
            Redis("run"), this, TimeProvider.System, loggers, default);
        var coordinator = new RunCoordinator(
            Plan(needs ?? understood.Oldest),
            new RabbitMqRunTransportFactory(RabbitMq("run"), this, TimeProvider.System, loggers),
            redis,
            new ReportFan([report], loggers.CreateLogger<ReportFan>()),
            new RunRules(),
            TimeProvider.System,
            loggers);
        await coordinator.RunAsync(CancellationToken.None);
        return report.All.ShouldHaveSingleItem();
    }

    /// <summary>An agent that serves until the token ends it; returns when it is known.</summary>
    public async Task<Task> StartAgentAsync(string name, CancellationToken end)
    {
        var redis = await RedisAgentCoordination.OpenAsync(
            Redis(name), this, TimeProvider.System, loggers, CancellationToken.None);
        var rabbit = await RabbitMqAgentTransport.OpenAsync(
            RabbitMq(name), this, TimeProvider.System, loggers, CancellationToken.None);
        var known = new KnownSignal(redis);
        var serving = ServeAsync();
        await known.Task;
        return serving;

        async Task ServeAsync()
        {
            var agent = new AgentDescription { Name = name, Slots = 1, Version = "0" };
            var loop = new AgentLoop(
                agent,
                known,
                new StampedTransport(rabbit, understood),
                [new PassingRunners()],
                TimeProvider.System,
                loggers);
            await loop.RunAsync(end, end);
            await rabbit.DisposeAsync();
            await redis.DisposeAsync();
        }
    }

    void IServerWatcher.Lost(string server, string why)
    {
    }

    void IServerWatcher.Back(string server, TimeSpan awayFor)
    {
    }

    private RedisOptions Redis(string client) =>
        new() { Address = coordination, ClientName = client, Understood = understood };

    private RabbitMqOptions RabbitMq(string client) =>
        new() { Address = broker, ClientName = client, Understood = understood };

    private RunPlan Plan(int needs)
    {
        var run = new RunId($"run-{Guid.NewGuid():N}");
        var test = new TestCase
        {
            Id = Guid.NewGuid(),
            FullyQualifiedName = "Shop.Cart.Adds",
            DisplayName = "Adds",
            Source = "/shop/Shop.Tests.dll",
            ExecutorUri = "executor://nunit3testexecutor/",
        };
        var unit =
            new Unit { Name = "Adds", Attempts = [new RequestedAttempt { Id = new AttemptId(0, 1), Case = test }] };
        return new RunPlan
        {
            Manifest = new RunManifest
            {
                Writer = understood.Newest,
                Protocol = needs,
                Run = run,
                Suite = "shop",
                Isolation = Isolation.Process,
                SettingsXml = "<RunSettings/>",
                WorkingDirectory = "/",
            },
            Share = new RunShare { Priority = RunPriority.Normal },
            Cases = [test],
            Batches =
            [
                new Batch
                {
                    Writer = understood.Newest,
                    Protocol = needs,
                    Run = run,
                    Id = new BatchId("1"),
                    Units = [unit],
                },
            ],
            AgentTimeout = TimeSpan.FromSeconds(4),
        };
    }
}
