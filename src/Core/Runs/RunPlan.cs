using TestFlock.Contracts;
using TestFlock.Core.Coordination;
using TestFlock.Core.Planning;
using TestFlock.Core.Quarantines;
using TestFlock.Core.Reporting;
using TestFlock.Core.Settings;

namespace TestFlock.Core.Runs;

/// <summary>Everything a coordinator needs to know before it publishes the first batch.</summary>
public sealed record RunPlan
{
    public required RunManifest Manifest { get; init; }

    public required RunShare Share { get; init; }

    /// <summary>By ordinal.</summary>
    public required IReadOnlyList<TestCase> Cases { get; init; }

    /// <summary>In publishing order; every case is in exactly one of them, or in <see cref="Done"/>.</summary>
    public required IReadOnlyList<Batch> Batches { get; init; }

    /// <summary>By ordinal: how long a test is expected to take; null, or not there, when nothing is known.</summary>
    public IReadOnlyList<TimeSpan?> Expected { get; init; } = [];

    /// <summary>By ordinal: what an earlier run made of tests that are in no batch of this one.</summary>
    public IReadOnlyDictionary<int, TestResult> Done { get; init; } = new Dictionary<int, TestResult>();

    /// <summary>
    /// What the user should read before anything runs: settings without effect, how units were decided.
    /// </summary>
    public IReadOnlyList<NoteMade> Notes { get; init; } = [];

    /// <summary>What is tried again after a failure.</summary>
    public RetryOptions Retry { get; init; } = new();

    /// <summary>By ordinal: what tests say of it themselves.</summary>
    public IReadOnlyDictionary<int, CaseRetry> Retries { get; init; } = new Dictionary<int, CaseRetry>();

    /// <summary>By ordinal: the tests' traces; empty when nobody wants them.</summary>
    public IReadOnlyList<string?> TraceParents { get; init; } = [];

    /// <summary>Whose failures do not fail the run.</summary>
    public Quarantine Quarantine { get; init; } = Quarantine.Empty;

    /// <summary>The longest that the run may take; null: no limit.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>What becomes of tests that no living agent can run.</summary>
    public NoAgentsPolicy WhenNoAgents { get; init; } = NoAgentsPolicy.Fail;

    /// <summary>How long to look for an agent that can run a test.</summary>
    public TimeSpan AgentTimeout { get; init; } = new TimeoutOptions().Agent;
}
