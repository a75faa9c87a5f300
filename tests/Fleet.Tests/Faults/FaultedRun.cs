using Microsoft.Extensions.Logging.Abstractions;
using TestFlock.Core.Coordination;
using TestFlock.Core.Reporting;
using TestFlock.Core.Runs;
using TestFlock.Execution.ProcessIsolation;
using TestFlock.Execution.Slots;
using TestFlock.Execution.Warm;

namespace TestFlock.Fleet.Tests.Faults;

/// <summary>The real coordinator, two real agents, and real test processes, to all of which things happen.</summary>
internal sealed class FaultedRun(FaultSchedule schedule, IFlockPlace place, string folder)
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(3);
    private static readonly string LoggerFolder = Path.Combine(AppContext.BaseDirectory, "logger");

    private readonly CancellationTokenSource _end = new();
    private int _reports;

    /// <summary>Whether an agent's process was killed.</summary>
    public bool KilledAgent { get; private set; }

    /// <returns>What is wrong with what was told.</returns>
    public async Task<IReadOnlyList<string>> RunAsync()
    {
        using var end = _end;
        var told = new AttemptBook(schedule);
        await using var coordination = await place.OpenRunAsync();
        await using var mortal = await StartMortalAsync();
        var coordinator = new RunCoordinator(
            schedule.ToRunPlan(), place.Runs, coordination,
            new ReportFan(mortal is null ? [told] : [told, mortal], NullLogger<ReportFan>.Instance),
            FaultSchedule.Rules, TimeProvider.System, NullLoggerFactory.Instance);
        Task[] agents =
        [
            ServeAsync("anna", schedule.StopsAgentAfter),
            mortal is null ? ServeAsync("bert", stopsAfter: null) : Task.CompletedTask,
        ];
        using var abandoned = new CancellationTokenSource(Longest);
        try
        {
            await coordinator.RunAsync(abandoned.Token);
            KilledAgent = mortal?.IsDead == true;
            return [.. told.FindFaults(), .. mortal is null ? [] : await mortal.FindFaultsAsync()];
        }
        catch (OperationCanceledException) when (abandoned.IsCancellationRequested)
        {
            return [$"the run has not ended within {Longest}; {told.SoFar}"];
        }
        finally
        {
            await end.CancelAsync();
            await Task.WhenAll(agents);
        }
    }

    private async Task<MortalAgent?> StartMortalAsync() =>
        schedule.KillsAgentAfter is { } told && place.FindAgentStarter(folder) is { } start
            ? await MortalAgent.StartAsync(start, told)
            : null;

    /// <summary>Another agent takes the place of one that stopped.</summary>
    private async Task ServeAsync(string name, int? stopsAfter)
    {
        await Task.Yield();
        for (var life = 1; !_end.IsCancellationRequested; life++)
            await ServeAsync($"{name}-{life}", life == 1 ? stopsAfter : null, schedule.ChanceFor($"{name}-{life}"));
    }

    private async Task ServeAsync(string name, int? stopsAfter, Random chance)
    {
        var reports = 0;
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(_end.Token);
        await using var doors = await place.OpenAgentAsync(name);
        var work = Path.Combine(folder, name);
        await using var warm = new WarmBatchRunnerFactory(
            work, LoggerFolder, new RecyclingRules(), TimeProvider.System, NullLoggerFactory.Instance);
        var processes = new ProcessBatchRunnerFactory(
            work, LoggerFolder, TimeProvider.System, NullLoggerFactory.Instance);
        var agent = new AgentDescription
        {
            Name = name,
            Slots = 1,
            Version = "0",
            Capabilities = new Dictionary<string, string> { [AgentDescription.NameCapability] = name },
        };
        var loop = new AgentLoop(
            agent, doors.Coordination, new FaultyTransport(doors.Transport, chance, Count), [processes, warm],
            TimeProvider.System, NullLoggerFactory.Instance);
        try
        {
            await loop.RunAsync(stop.Token, stop.Token);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // Stopped in the middle.
        }

        void Count()
        {
            if (Interlocked.Increment(ref _reports) == schedule.CutsAfter)
                place.Cut();
            if (++reports == stopsAfter)
                stop.Cancel();
        }
    }
}
