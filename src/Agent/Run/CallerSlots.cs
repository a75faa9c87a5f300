using Microsoft.Extensions.Logging;
using TestFlock.Agent.Machine;
using TestFlock.Contracts;
using TestFlock.Core.Coordination;
using TestFlock.Core.Runs;
using TestFlock.Core.Servers;
using TestFlock.Core.Settings;
using TestFlock.Execution.Slots;
using TestFlock.Local;
using TestFlock.RabbitMq;
using TestFlock.RabbitMq.Agents;
using TestFlock.Redis;
using TestFlock.Redis.Agents;

namespace TestFlock.Agent.Run;

/// <summary>
/// The caller's own machine as an agent of one run, for what no living agent can run. It takes batches from the same
/// queues and capacity from the same environments as any other, so an agent that comes after all shares the work with
/// it; but nobody counts on it.
/// </summary>
internal sealed class CallerSlots
{
    // Wake-ups go to agents that serve everybody; one that serves a single run for a while may ask now and then.
    private static readonly TimeSpan AskEvery = TimeSpan.FromSeconds(1);

    private readonly FlockSettings _settings;
    private readonly string _workFolder;
    private readonly TimeProvider _time;
    private readonly ILoggerFactory _loggers;
    private readonly AgentDescription _machine;
    private readonly RunPart _part;

    /// <param name="run">Whose tests.</param>
    /// <param name="settings">Have both servers' addresses.</param>
    /// <param name="workFolder">For files of calls.</param>
    /// <param name="time">The clock.</param>
    /// <param name="loggers">The run's log.</param>
    public CallerSlots(RunId run, FlockSettings settings, string workFolder, TimeProvider time, ILoggerFactory loggers)
    {
        (_settings, _workFolder, _time, _loggers) = (settings, workFolder, time, loggers);
        _part = new RunPart(run);
        _machine = new AgentDescription
        {
            Name = $"{Environment.MachineName}-{run}",
            Slots = settings.Slots ?? Environment.ProcessorCount,
            Capabilities = OwnCapabilities.Read(),
            IsTrusted = true,
            Version = ProgramVersion.Text,
        };
    }

    public LastResort ToLastResort() => new(_machine, _part, ServeAsync);

    private async Task ServeAsync(CancellationToken end)
    {
        var timings = new RedisTimings { AskAnyway = AskEvery };
        var watcher = new CoordinatorTells();
        await using var redis = await RedisAgentCoordination.OpenAsync(
            new RedisOptions { Address = _settings.Coordination!.Uri, ClientName = _machine.Name, Timings = timings,
                Only = _part },
            watcher,
            _time,
            _loggers,
            end);
        await using var rabbit = await RabbitMqAgentTransport.OpenAsync(
            new RabbitMqOptions { Address = _settings.Broker!.Uri, ClientName = _machine.Name },
            watcher, _time, _loggers, end);
        await using var runners = new BatchRunners(_workFolder, packages: null, _time, _loggers);
        var bounded = new MachineBoundCoordination(redis, new NamedMutexSlots(EmbeddedRun.MachineScope));
        await new AgentLoop(_machine, bounded, rabbit, runners.Factories, _time, _loggers).RunAsync(
            drain: end, stop: end);
    }

    /// <summary>The coordinator has connections to the same servers, and tells the user itself.</summary>
    private sealed class CoordinatorTells : IServerWatcher
    {
        public void Lost(string server, string why)
        {
        }

        public void Back(string server, TimeSpan awayFor)
        {
        }
    }
}
