using System.Reflection;
using Microsoft.Extensions.Logging;
using TestFlock.Contracts;
using TestFlock.Core.Coordination;
using TestFlock.Core.History;
using TestFlock.Core.Reporting;
using TestFlock.Core.Runs;
using TestFlock.Execution.ProcessIsolation;
using TestFlock.Execution.Slots;
using TestFlock.Execution.Warm;
using TestFlock.Local;
using TestFlock.Local.History;

namespace TestFlock.Agent.Run;

/// <summary>A coordinator and its only agent in one process, with queues and leases in memory.</summary>
internal sealed class EmbeddedRun
{
    // One scope for all coordinators of a user's machine: a solution's test projects start one each, side by side.
    private const string MachineScope = "testflock";

    // A folder of its own: the test platform loads whatever adapter or logger lies beside the one that it is given.
    private static readonly string LoggerFolder = Path.Combine(AppContext.BaseDirectory, "logger");

    private readonly RunCoordinator _coordinator;
    private readonly AgentLoop _agent;
    private readonly WarmBatchRunnerFactory _warmHosts;
    private readonly ILogger<EmbeddedRun> _logger;

    private EmbeddedRun(
        RunCoordinator coordinator, AgentLoop agent, WarmBatchRunnerFactory warmHosts, ILogger<EmbeddedRun> logger) =>
        (_coordinator, _agent, _warmHosts, _logger) = (coordinator, agent, warmHosts, logger);

    /// <exception cref="RunRefusedException">A setting or a trait is wrong.</exception>
    public static async Task<EmbeddedRun> CreateAsync(
        RunId run, RunRequest request, AdapterLink adapter, RunFolder folder, TimeProvider time, ILoggerFactory loggers)
    {
        var (settings, notes) = RunPreparation.ReadSettings(request);
        var manifest = RunPreparation.Manifest(run, request, settings);
        var slots = settings.Slots ?? Environment.ProcessorCount;
        var warm = new WarmBatchRunnerFactory(folder.Path, LoggerFolder, new RecyclingRules(), time, loggers);
        if (manifest.Isolation == Isolation.Warm)
            warm.Prepare(manifest, request.Open.Sources[0], Math.Min(slots, request.Cases.Count));
        var history = new FileDurationHistory(FileDurationHistory.DefaultFolder, time);
        var plan = await RunPreparation.PlanAsync(manifest, request, settings, notes, history, slots);
        var transport = new LocalTransport();
        var coordination = new LocalCoordination(new NamedMutexSlots(MachineScope));
        var attachments = new AttachmentKeeper(
            folder.Path, request.Open.ResultsDirectory, loggers.CreateLogger<AttachmentKeeper>());
        var reports = new ReportFan(
            [new HistoryReport(manifest.Suite, history), new AdapterReport(adapter, attachments)],
            loggers.CreateLogger<ReportFan>());
        var agent = new AgentLoop(
            Describe(slots),
            coordination,
            transport,
            [new ProcessBatchRunnerFactory(folder.Path, LoggerFolder, time, loggers), warm],
            time,
            loggers);
        return new EmbeddedRun(
            new RunCoordinator(plan, transport, coordination, reports, new RunRules(), time, loggers),
            agent,
            warm,
            loggers.CreateLogger<EmbeddedRun>());
    }

    /// <returns>Null when the adapter went away.</returns>
    public async Task<RunVerdict?> RunAsync(AdapterLink adapter, TerminationSignals signals)
    {
        using var abandoned = new CancellationTokenSource();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(abandoned.Token);
        using var terminated = signals.Terminated.Register(
            () => _coordinator.Fail("The coordinator was told to terminate. Run the tests again."));
        _ = WatchAdapterAsync(adapter, abandoned);
        var agent = RunAgentAsync(stop.Token);
        try
        {
            return await _coordinator.RunAsync(abandoned.Token);
        }
        catch (OperationCanceledException) when (abandoned.IsCancellationRequested)
        {
            return null;
        }
        finally
        {
            await stop.CancelAsync();
            await agent;
            await _warmHosts.DisposeAsync();
        }
    }

    private static AgentDescription Describe(int slots) => new()
    {
        Name = Environment.MachineName,
        Slots = slots,
        Version = Assembly.GetExecutingAssembly().GetName().Version?.ToString(3) ?? "0",
    };

    private async Task RunAgentAsync(CancellationToken stop)
    {
        try
        {
            await _agent.RunAsync(drain: stop, stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The run ended.
        }
        catch (Exception e)
        {
            _logger.AgentFailed(e);
            _coordinator.Fail($"The agent inside the coordinator failed: {e.Message}");
        }
    }

    private async Task WatchAdapterAsync(AdapterLink adapter, CancellationTokenSource abandoned)
    {
        try
        {
            if (await adapter.WaitForCancelAsync())
            {
                _coordinator.Cancel();
                await adapter.WaitForCancelAsync();
            }
        }
        catch (Exception e) when (e is IOException or InvalidDataException)
        {
            _logger.AdapterLost(e);
        }

        await abandoned.CancelAsync();
    }
}
