using Microsoft.Extensions.Logging;
using TestFlock.Agent.Machine;
using TestFlock.Agent.Endpoint;
using TestFlock.Agent.Packages;
using TestFlock.Agent.Telemetry;
using TestFlock.Core.Coordination;
using TestFlock.Core.Matching;
using TestFlock.Core.Packages;
using TestFlock.Core.Transport;
using TestFlock.Execution.Slots;
using TestFlock.Packages.Cache;
using TestFlock.Packages.Nuget;
using TestFlock.Packages.Running;
using TestFlock.RabbitMq;
using TestFlock.RabbitMq.Agents;
using TestFlock.Redis;
using TestFlock.Redis.Agents;
using TestFlock.Redis.Overview;

namespace TestFlock.Agent.Serving;

/// <summary>One agent from its registration to its drain.</summary>
/// <param name="options">How it serves.</param>
/// <param name="controls">Of a service manager that does not send signals; null where there is none.</param>
/// <param name="time">The clock.</param>
internal sealed class AgentProcess(AgentOptions options, ServiceControls? controls, TimeProvider time)
{
    private const int Ok = 0;
    private const int Failed = 1;
    private const int StoppedAtOnce = 130;

    public async Task<int> RunAsync()
    {
        using var loggers = AgentLogs.Create(options.LogsJson, options.LogLevel, isService: controls is not null);
        var logger = loggers.CreateLogger<AgentProcess>();
        using var export = TelemetryExport.Start(
            "agent", options.Name, Environment.GetEnvironmentVariable, time);
        if (export.Problem.Length > 0)
            logger.NotMeasured(export.Problem);
        using var supervisor = new Supervisor(Environment.GetEnvironmentVariable, time);
        using var signals = new DrainSignals(
            options.DrainTimeout, controls ?? ServiceControls.None, time, loggers.CreateLogger<DrainSignals>());
        try
        {
            using var told = signals.Drain.Register(() => supervisor.Stopping(options.DrainTimeout));
            await ServeAsync(signals, supervisor, logger, loggers).WaitAsync(signals.OutOfPatience);
            logger.Left(options.Name);
            return signals.Stop.IsCancellationRequested ? StoppedAtOnce : Ok;
        }
        catch (OperationCanceledException) when (signals.Stop.IsCancellationRequested)
        {
            if (signals.OutOfPatience.IsCancellationRequested)
                logger.LeftInDebt(options.Name, DrainSignals.LongestFarewell);
            logger.Left(options.Name);
            return StoppedAtOnce;
        }
        catch (Exception e) when (e is TransportException or CoordinationException or PackageException)
        {
            logger.CannotServe(options.Name, e.Message);
            return Failed;
        }
        catch (Exception e)
        {
            logger.Broke(options.Name, e);
            return Failed;
        }
    }

    private async Task ServeAsync(
        DrainSignals signals, Supervisor supervisor, ILogger<AgentProcess> logger, ILoggerFactory loggers)
    {
        var client = $"testflock-agent-{options.Name}";
        var outages = new OutageLog(loggers.CreateLogger<OutageLog>());
        var coordination =
            new RedisOptions { Address = options.Coordination.Uri, ClientName = client, Shares = options.Shares };
        using var cache = PackageCache.Open(
            options.Packages.CacheFolder, options.Packages.Bounds, time, loggers.CreateLogger<PackageCache>());
        using var nuget = new NugetPackages(
            Path.Combine(options.Packages.CacheFolder, "nuget"),
            OwnDotnet.Path,
            options.Packages.Bounds,
            time,
            loggers.CreateLogger<NugetPackages>());
        await using var stores = new PackageStores(coordination, options.Packages.Stores, outages, time, loggers);
        await using var redis = await RedisAgentCoordination.OpenAsync(
            coordination, outages, time, loggers, signals.Drain);
        await using var rabbit = await RabbitMqAgentTransport.OpenAsync(
            new RabbitMqOptions { Address = options.Broker.Uri, ClientName = client },
            outages, time, loggers, signals.Drain);
        var folder = AgentFolder.Create(options.WorkFolder, options.Name, time);
        var description = new AgentDescription
        {
            Name = options.Name,
            Slots = options.Slots,
            Capabilities = WithName(options),
            Version = ProgramVersion.Text,
        };
        logger.Serves(
            options.Name,
            options.Slots,
            string.Join("; ", options.Capabilities.Select(c => $"{c.Key}={c.Value}")),
            options.Broker.ToString(),
            options.Coordination.ToString(),
            folder.Path);
        await using var endpoint = options.MetricsPort is { } port
            ? await OpenEndpointAsync(
                port, CapabilitySet.Of(description), coordination, outages, loggers, signals.Drain)
            : null;
        supervisor.Ready($"Offers {options.Slots} slots as {options.Name}");
        await using var runners = new BatchRunners(
            folder.Path, new AgentPackages(cache, stores, nuget, time), time, loggers);
        var loop = new AgentLoop(
            description, redis, rabbit, runners.Factories, time, loggers, signals.DrainFromElsewhere);
        await loop.RunAsync(signals.Drain, signals.Stop);
        folder.RemoveIfEmpty();
    }

    private async Task<AgentEndpoint> OpenEndpointAsync(
        int port,
        CapabilitySet offered,
        RedisOptions coordination,
        OutageLog outages,
        ILoggerFactory loggers,
        CancellationToken cancellationToken)
    {
        var control = await RedisFlockControl.OpenAsync(coordination, outages, time, loggers, cancellationToken);
        return await AgentEndpoint.StartAsync(port, offered, control, time, loggers);
    }

    // Whatever is configured: by it, runs keep tests away from one agent.
    private static Dictionary<string, string> WithName(AgentOptions options) =>
        new(options.Capabilities, StringComparer.OrdinalIgnoreCase)
        {
            [AgentDescription.NameCapability] = options.Name,
        };
}
