using Microsoft.Extensions.Logging.Abstractions;
using TestFlock.Contracts;
using TestFlock.Core.Coordination;
using TestFlock.Core.Planning;
using TestFlock.Core.Quarantines;
using TestFlock.Core.Reporting;
using TestFlock.Core.Runs;
using TestFlock.Core.Settings;
using TestFlock.Execution.Slots;
using TestFlock.Testing;

namespace TestFlock.Local.Tests.Support;

/// <summary>The real coordinator, transport, coordination and slots; only the test process is a script.</summary>
internal sealed class FlockUnderTest
{
    private readonly List<TestCase> _cases = [];
    private readonly List<Batch> _batches = [];
    private string _requirements = "";

    public RunId Run { get; } = new("run-1");

    public ManualTime Time { get; } = new();

    public LocalTransport Transport { get; } = new();

    public LocalCoordination Coordination { get; init; } = new(new UnlimitedMachine());

    public RecordingReport Report { get; } = new();

    /// <summary>The coordinator's door; null: <see cref="Coordination"/>.</summary>
    public IRunCoordination? RunDoor { get; set; }

    public RunRules Rules { get; } = new();

    public TimeSpan? Timeout { get; init; }

    /// <summary>Tests that play the slots by hand have no agent to be found.</summary>
    public NoAgentsPolicy WhenNoAgents { get; init; } = NoAgentsPolicy.Wait;

    /// <summary>Capabilities of the agent.</summary>
    public Dictionary<string, string> Capabilities { get; } = [];

    public RetryOptions Retry { get; init; } = new();

    public Quarantine Quarantine { get; init; } = Quarantine.Empty;

    public IReadOnlyDictionary<int, CaseRetry> Retries { get; init; } = new Dictionary<int, CaseRetry>();

    /// <summary>What an earlier run has done; those are in no batch.</summary>
    public Dictionary<int, TestResult> Done { get; } = [];

    /// <summary>What the plan has to tell before anything runs.</summary>
    public IReadOnlyList<NoteMade> Notes { get; init; } = [];

    /// <summary>Made by the first <see cref="StartRun"/>.</summary>
    public RunCoordinator Coordinator { get; private set; } = null!;

    /// <summary>One batch of these cases.</summary>
    public FlockUnderTest With(params string[] names)
    {
        var numbered = names.Select((name, i) => (_cases.Count + i, Cases.Named(name))).ToArray();
        _cases.AddRange(numbered.Select(c => c.Item2));
        _batches.Add(Cases.BatchOf(Run, numbered) with { Requirements = _requirements });
        return this;
    }

    /// <summary>One batch with a unit for each of these cases; the name before a dot is that of its class.</summary>
    public FlockUnderTest WithUnits(params string[] names)
    {
        With(names);
        var whole = _batches[^1].Units[0];
        _batches[^1] = _batches[^1] with
        {
            Units = [.. whole.Attempts.Select(a => new Unit { Name = a.Case.DisplayName, Attempts = [a] })],
        };
        return this;
    }

    /// <summary>A case that an earlier run has done.</summary>
    public FlockUnderTest WithDone(string name)
    {
        Done[_cases.Count] = Cases.Result(Outcome.Passed);
        _cases.Add(Cases.Named(name));
        return this;
    }

    /// <summary>What the batches added from here on require.</summary>
    public FlockUnderTest Requiring(string requirements)
    {
        _requirements = requirements;
        return this;
    }

    /// <summary>One look at queues, claims and agents later.</summary>
    public async Task AdvanceAsync()
    {
        Time.Advance(Rules.ReconcileEvery);
        await Task.Yield();
    }

    public async Task AdvanceUntilAsync(Task done)
    {
        while (!done.IsCompleted)
            await AdvanceAsync();
        await done;
    }

    public Task<RunVerdict> StartRun(params IReport[] moreReports)
    {
        var plan = new RunPlan
        {
            Manifest = Manifests.Plain with { Run = Run },
            Share = new RunShare { Priority = RunPriority.Normal },
            Cases = _cases,
            Batches = _batches,
            Done = Done,
            Notes = Notes,
            Retry = Retry,
            Retries = Retries,
            Quarantine = Quarantine,
            Timeout = Timeout,
            WhenNoAgents = WhenNoAgents,
        };
        var reports = new ReportFan([.. moreReports, Report], NullLogger<ReportFan>.Instance);
        Coordinator = new RunCoordinator(
            plan, Transport, RunDoor ?? Coordination, reports, Rules, Time, NullLoggerFactory.Instance);
        return Coordinator.RunAsync(CancellationToken.None);
    }

    /// <summary>Slots that work until the token ends them.</summary>
    public Task StartAgent(
        AttemptScript script,
        int slots,
        CancellationToken stop,
        string name = "agent-1",
        Func<CancellationToken, Task>? prepare = null,
        IAgentCoordination? coordination = null) => new AgentLoop(
        new AgentDescription
        {
            Name = name,
            Slots = slots,
            Version = "0",
            Capabilities = new Dictionary<string, string>(Capabilities) { [AgentDescription.NameCapability] = name },
        },
        coordination ?? Coordination,
        Transport,
        [new ScriptedRunners(script, prepare)],
        Time,
        NullLoggerFactory.Instance).RunAsync(stop, stop);
}
