using System.Globalization;
using TestFlock.Contracts;
using TestFlock.Core.Coordination;
using TestFlock.Core.History;
using TestFlock.Core.Planning;
using TestFlock.Core.Quarantines;
using TestFlock.Core.Reporting;
using TestFlock.Core.Runs;
using TestFlock.Core.Settings;
using TestFlock.Local.Resuming;

namespace TestFlock.Agent.Run;

/// <summary>From what the adapter asked for to a plan, or to every reason why there is none.</summary>
internal static class RunPreparation
{
    /// <exception cref="RunRefusedException">A setting or a trait is wrong.</exception>
    public static (FlockSettings Settings, IReadOnlyList<NoteMade> Notes) ReadSettings(RunRequest request)
    {
        var reading = new FlockSettingsReader(Environment.GetEnvironmentVariable).Read(request.Open.SettingsXml);
        if (reading.Errors.Count > 0)
            throw new RunRefusedException([.. reading.Errors.Select(e => e.ToString())]);
        if (reading.Settings is not { } settings)
        {
            throw new RunRefusedException(
                ["The run settings hold no enabled <TestFlock> section, so there is nothing "
                    + "for the coordinator to do."]);
        }

        return (
            settings with { Resume = request.Resume ?? settings.Resume },
            [.. reading.Warnings.Select(Warning), .. request.Notes]);
    }

    /// <summary>Units, batches and what all of them have in common.</summary>
    /// <param name="manifest">What the batches have in common.</param>
    /// <param name="request">What the adapter asked for.</param>
    /// <param name="settings">What the user wants.</param>
    /// <param name="notes">What reading the settings brought up, told before anything runs.</param>
    /// <param name="history">How long the suite's tests took so far.</param>
    /// <param name="slots">How many slots will share the run, as far as is known.</param>
    /// <param name="time">The clock; by its day, in UTC, entries of the quarantine expire.</param>
    /// <exception cref="RunRefusedException">A trait of a test case, or the quarantine file, is wrong.</exception>
    public static async Task<RunPlan> PlanAsync(
        RunManifest manifest,
        RunRequest request,
        FlockSettings settings,
        IReadOnlyList<NoteMade> notes,
        IDurationHistory history,
        int slots,
        TimeProvider time)
    {
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        var quarantine = settings.QuarantineFile is { } file
            ? QuarantineFile.Read(file, request.Cases[0].Source, today)
            : Quarantine.Empty;
        var (durations, historyNotes) = await ReadHistoryAsync(history, manifest.Suite);
        var planned = RunPlanner.Plan(new PlanRequest
        {
            Run = manifest.Run,
            Cases = request.Cases,
            Unit = settings.Unit,
            WholeClasses = settings.Retry is { Max: > 0, Scope: RetryScope.Class },
            Requires = settings.Requires,
            NewBatchId = () => new BatchId(Guid.NewGuid().ToString("N")),
            OpenAssembly = path => File.Exists(path) ? File.OpenRead(path) : null,
            BatchSizes = SizesFor(manifest.Isolation, slots, request.Cases),
            Estimate = durations.Find,
            LearnedTimeout = test =>
                settings.Timeouts.Test is null ? durations.FindTimeout(test, settings.Timeouts.Learned) : null,
        });
        if (planned.Errors.Count > 0)
            throw new RunRefusedException(planned.Errors);

        var (batches, done, resumed) = Resume(settings, manifest.Suite, request.Cases, planned.Batches, time);
        var retries = settings.Retry.Max > 0 || planned.Retries.Count > 0;
        return new RunPlan
        {
            Manifest = manifest with { Protocol = NeededProtocol.Of(manifest, retries, batches) },
            Share = new RunShare { Priority = settings.Priority, Environment = settings.Environment },
            Cases = request.Cases,
            Batches = batches,
            Expected = [.. request.Cases.Select(durations.Find)],
            Done = done,
            Notes =
            [
                .. notes,
                .. resumed,
                .. historyNotes,
                .. planned.Notes.Select(Warning),
                .. quarantine.Expired.Select(Expired),
            ],
            Retry = settings.Retry,
            Retries = planned.Retries,
            Quarantine = quarantine,
            Timeout = settings.Timeouts.Run,
            WhenNoAgents = settings.WhenNoAgents,
            AgentTimeout = settings.Timeouts.Agent,
        };
    }

    /// <summary>What the batches have in common; known before any of them is.</summary>
    public static RunManifest Manifest(RunId run, OpenRun open, FlockSettings settings)
    {
        var variables = settings.Broker is null
            ? settings.Variables.Set
            : PassedVariables.Of(settings.Variables, Environment.GetEnvironmentVariables());
        return new RunManifest
        {
            Run = run,
            Suite = settings.Suite
                ?? (open.Sources is [var first, ..] ? Path.GetFileNameWithoutExtension(first) : "tests"),
            Owner = $"{Environment.UserName}@{Environment.MachineName}",
            Isolation = settings.Isolation,
            SettingsXml = RunSettingsText.WithoutFlock(open.SettingsXml),
            WorkingDirectory = open.WorkingDirectory,
            InheritsEnvironment = settings.Broker is null,
            Variables = variables,
            SecretVariables = PassedVariables.SecretsOf(settings.Variables, variables.Keys),
            LargestAttachment = settings.Broker is null ? null : settings.LargestAttachment,
            GathersAllureResults = settings.Allure is not null,
            TestTimeout = settings.Timeouts.Test,
            BatchTimeout = settings.Timeouts.Batch,
        };
    }

    private static (
        IReadOnlyList<Batch> Batches,
        IReadOnlyDictionary<int, TestResult> Done,
        IReadOnlyList<NoteMade> Notes)
        Resume(
            FlockSettings settings,
            string suite,
            IReadOnlyList<TestCase> cases,
            IReadOnlyList<Batch> batches,
            TimeProvider time)
    {
        if (settings.Resume is not { } wanted)
            return (batches, new Dictionary<int, TestResult>(), []);
        var journals = new RunJournals(RunJournals.DefaultFolder, time);
        var earlier = journals.Find(wanted, suite, out var problem)
            ?? throw new RunRefusedException([$"<Resume> {wanted}: {problem}"]);
        var left = earlier.Apply(cases, batches);
        var note = $"TestFlock takes up run {earlier.Id}: {left.Done.Count} of {cases.Count} tests passed there, or "
            + "were skipped, and are not run again.";
        return (left.Batches, left.Done, [new NoteMade(NoteLevel.Informational, note)]);
    }

    private static BatchSizes SizesFor(Isolation isolation, int slots, IReadOnlyList<TestCase> cases) =>
        isolation == Isolation.Process
        ? BatchSizes.OneUnit
        : new BatchSizes { Slots = slots, CallCost = WarmCallCost.Of(cases, File.Exists) };

    // The history makes a run faster, never possible: without it the run goes on, and says so.
    private static async Task<(SuiteDurations Durations, IReadOnlyList<NoteMade> Notes)> ReadHistoryAsync(
        IDurationHistory history, string suite)
    {
        try
        {
            return (await history.ReadAsync(suite, CancellationToken.None), []);
        }
        catch (HistoryException e)
        {
            return (
                SuiteDurations.Unknown, [Warning($"The run is planned without the history of its tests: {e.Message}")]);
        }
    }

    private static NoteMade Expired(QuarantineEntry entry) => Warning(string.Create(
        CultureInfo.InvariantCulture,
        $"The quarantine of {entry.Test} ended on {entry.Until:yyyy-MM-dd}: its failures fail the run again. "
        + $"{entry.Owner} answers for it: {entry.Reason}"));

    private static NoteMade Warning(string text) => new(NoteLevel.Warning, text);
}
