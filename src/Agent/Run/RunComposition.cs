using Microsoft.Extensions.Logging;
using TestFlock.Agent.Packages;
using TestFlock.Contracts;
using TestFlock.Core.Coordination;
using TestFlock.Core.History;
using TestFlock.Core.Matching;
using TestFlock.Core.Reporting;
using TestFlock.Core.Settings;
using TestFlock.Local.Resuming;
using TestFlock.Packages.Running;

namespace TestFlock.Agent.Run;

/// <summary>From what the adapter asked for to a run that can begin.</summary>
internal static class RunComposition
{
    /// <param name="run">Its id.</param>
    /// <param name="request">What the adapter asked for.</param>
    /// <param name="embedded">What was begun for the same settings; null when the run is not embedded.</param>
    /// <param name="adapter">Is told of the run.</param>
    /// <param name="folder">For its files.</param>
    /// <param name="time">The clock.</param>
    /// <param name="loggers">The run's log.</param>
    /// <exception cref="RunRefusedException">A setting or a trait is wrong.</exception>
    /// <exception cref="CoordinationException">Coordination cannot be reached.</exception>
    public static async Task<FlockRun> CreateAsync(
        RunId run,
        RunRequest request,
        EmbeddedStart? embedded,
        AdapterLink adapter,
        RunFolder folder,
        TimeProvider time,
        ILoggerFactory loggers)
    {
        var (settings, notes) = RunPreparation.ReadSettings(request);
        var manifest = RunPreparation.Manifest(run, request.Open, settings);
        if (settings is { Broker: { } broker, Coordination: { } coordination })
        {
            var distributed = await DistributedRun.OpenAsync(
                run, broker, coordination, settings.Package, time, loggers);
            (manifest, notes) = await distributed.PreparePackagesAsync(manifest, notes, request.Cases);
            var agents = await distributed.FindAgentsAsync();
            settings = settings with { Requires = RequiresOf(settings, request, agents) };
            var lastResort = settings.WhenNoAgents == NoAgentsPolicy.Local
                ? new CallerSlots(run, settings, folder.Path, time, loggers).ToLastResort()
                : null;
            notes = [DistributedRun.Introduce(run, agents), .. notes];
            return distributed.Create(
                await PlanPartsAsync(
                    distributed.History, DistributedRun.SlotsOf(agents), distributed.Stores,
                    [distributed.CreateReport()]),
                lastResort);
        }

        // Each slot waits for a host of its own: more of them than tests would have none to wait for.
        var slots = Math.Clamp(request.Cases.Count, 1, settings.Slots ?? Environment.ProcessorCount);
        embedded!.Prepare(slots);
        var parts = await PlanPartsAsync(embedded.History, slots, stores: null, []);
        return EmbeddedRun.Create(parts, slots, settings.WhenNoAgents, embedded.Runners);

        async Task<RunParts> PlanPartsAsync(
            IDurationHistory durations, int plannedSlots, IPackageStores? stores, IReport[] more)
        {
            var plan = await RunPreparation.PlanAsync(
                manifest, request, settings, notes, durations, plannedSlots, time);
            var journal = CreateJournal(run, manifest.Suite, time, out var problem);
            if (problem is not null)
                plan = plan with { Notes = [.. plan.Notes, problem] };
            var (traced, telemetry) = RunTelemetry.Follow(plan);
            var attachments = new AttachmentKeeper(
                folder.Path,
                request.Open.ResultsDirectory,
                stores,
                manifest.Store,
                adapter,
                loggers.CreateLogger<AttachmentKeeper>());
            var reports = new ReportFan(
                [
                    telemetry,
                    new HistoryReport(manifest.Suite, durations),
                    .. journal is null ? (IReport[])[] : [journal],
                    new AdapterReport(adapter, request.AdapterOrdinals, attachments, folder.LogFile),
                    .. AllureReports.Of(settings, request, folder, attachments, adapter, time, loggers),
                    .. settings.Progress == ProgressStyle.Quiet
                        ? Array.Empty<IReport>()
                        : [new ProgressNotes(adapter, settings.Broker is not null, time)],
                    new EfficiencyReport(
                        manifest.Run, settings.Environment?.Capacity, adapter, request.Open.ResultsDirectory),
                    .. more,
                ],
                loggers.CreateLogger<ReportFan>());
            return new RunParts(traced, reports, time, loggers);
        }
    }

    // Without it the run cannot be taken up, which is no reason not to run.
    private static RunJournal? CreateJournal(RunId run, string suite, TimeProvider time, out NoteMade? problem)
    {
        problem = null;
        try
        {
            return new RunJournals(RunJournals.DefaultFolder, time).Create(run.Value, suite);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            problem = new NoteMade(NoteLevel.Warning,
                $"This run keeps no journal, so it cannot be taken up if it is cut off: {e.Message}");
            return null;
        }
    }

    /// <summary>An agent without the .NET that the tests were built for must not get them at all.</summary>
    private static RequirementSet RequiresOf(
        FlockSettings settings, RunRequest request, IReadOnlyList<AgentDescription> agents) => request.Cases
        .Select(c => c.Source).Distinct().Aggregate(
            settings.Requires, (all, source) => all.And(RuntimeRequirements.Of(source, agents)));
}
