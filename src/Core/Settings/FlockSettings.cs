using TestFlock.Contracts;
using TestFlock.Core.Coordination;
using TestFlock.Core.Matching;

namespace TestFlock.Core.Settings;

/// <summary>
/// What the user asked for in <c>&lt;TestFlock&gt;</c>: read, checked and complete. Every default is the value of an
/// element that was left out; docs/configuration.md says the same in a table.
/// </summary>
public sealed record FlockSettings
{
    /// <summary>
    /// Who carries batches and results; null: the coordinator itself, on this machine alone. A broker brings the agents
    /// of other machines at the price of a server to run.
    /// </summary>
    public ServerAddress? Broker { get; init; }

    /// <summary>
    /// Where agents, capacity and history are kept; null: in the coordinator. Goes together with <see cref="Broker"/>.
    /// </summary>
    public ServerAddress? Coordination { get; init; }

    /// <summary>
    /// How many batches run at once on this machine, 1 to 1024; null: one for each core. More help tests that wait, and
    /// harm those that compute. Without meaning where a broker brings agents with slots of their own.
    /// </summary>
    public int? Slots { get; init; }

    /// <summary>The name under which runs share history, 1 to 200 characters; null: the test assembly's name.</summary>
    public string? Suite { get; init; }

    /// <summary>
    /// The class of this run among others; default: normal. Release runs get more of the slots, never all.
    /// </summary>
    public RunPriority Priority { get; init; } = RunPriority.Normal;

    /// <summary>
    /// How tests are kept apart; default: warm, or process where a data collector is on. A process for each unit costs
    /// about a second each and shares nothing.
    /// </summary>
    public Isolation Isolation { get; init; } = Isolation.Warm;

    /// <summary>
    /// What is never split over slots; default: auto. Smaller spreads better, larger repeats fewer set-ups.
    /// </summary>
    public UnitSize Unit { get; init; } = UnitSize.Auto;

    /// <summary>What an agent must offer to get any test of the run; default: nothing.</summary>
    public RequirementSet Requires { get; init; } = RequirementSet.None;

    /// <summary>
    /// The system under test and what it bears, 1 to 100,000 batches at once over all runs; null: no limit.
    /// </summary>
    public EnvironmentCapacity? Environment { get; init; }

    /// <summary>Which variables reach tests on other machines; default: none.</summary>
    public VariableOptions Variables { get; init; } = new();

    /// <summary>How an agent comes by the test assembly; default: a path that all machines share.</summary>
    public PackageOptions Package { get; init; } = new();

    /// <summary>
    /// Bytes of one attached file that comes back from another machine; default: 100 MB. What is larger stays on the
    /// agent, and the run says so.
    /// </summary>
    public long LargestAttachment { get; init; } = 100L * 1024 * 1024;

    /// <summary>What is tried again; default: nothing.</summary>
    public RetryOptions Retry { get; init; } = new();

    /// <summary>
    /// Where the tests are named whose failures do not fail the run: a path, or a name that is looked for in the test
    /// assembly's folder and in all above it. Null: there are none.
    /// </summary>
    public string? QuarantineFile { get; init; }

    /// <summary>
    /// The run that this one takes up, by its id, or <c>last</c>; several ids, separated by commas, where a solution
    /// has several test projects. Null: none.
    /// </summary>
    public string? Resume { get; init; }

    /// <summary>How long things may take; default: tests and run as long as they like.</summary>
    public TimeoutOptions Timeouts { get; init; } = new();

    /// <summary>What becomes of tests that no living agent can run; default: they fail, with the reason.</summary>
    public NoAgentsPolicy WhenNoAgents { get; init; } = NoAgentsPolicy.Fail;

    /// <summary>Whether the run tells how far it is; default: in lines, every ten seconds at most.</summary>
    public ProgressStyle Progress { get; init; } = ProgressStyle.Lines;

    /// <summary>Where Allure results are written; null: nowhere.</summary>
    public AllureOptions? Allure { get; init; }

    /// <summary>The TestOps server that gets results while the run goes on; null: none.</summary>
    public TestOpsOptions? TestOps { get; init; }

    /// <summary>
    /// The section as the user wrote it, fit for a log: variables by name instead of value, passwords masked. Empty for
    /// settings that were not read from a file.
    /// </summary>
    public string AsWritten { get; init; } = "";

    /// <inheritdoc cref="AsWritten"/>
    public override string ToString() => AsWritten;
}
