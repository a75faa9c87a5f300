using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using TestFlock.Contracts;
using TestFlock.Core.Coordination;
using TestFlock.Core.Reporting;
using TestFlock.Core.Runs;
using TestFlock.RabbitMq.Runs;
using TestFlock.Redis.Runs;

namespace TestFlock.Bench.Fleet;

/// <summary>A run with the real coordinator, transport and coordination.</summary>
internal sealed record SimulatedRun
{
    public RunId Id { get; } = new($"bench-{Guid.NewGuid():N}");

    public required string Name { get; init; }

    public required int Tests { get; init; }

    /// <summary>Of each test.</summary>
    public required int Milliseconds { get; init; }

    /// <summary>How far a test's time lies from <see cref="Milliseconds"/> at the most; 0 for all alike.</summary>
    public int Spread { get; init; }

    public int TestsOfBatch { get; init; } = 1;

    public RunPriority Priority { get; init; } = RunPriority.Normal;

    public EnvironmentCapacity? Environment { get; init; }

    /// <summary>Time stamps of its life.</summary>
    public long Began { get; private set; }

    public long Ended { get; private set; }

    public TimeSpan Took => Stopwatch.GetElapsedTime(Began, Ended);

    public async Task RunAsync()
    {
        var cases = Enumerable.Range(0, Tests).Select(CaseOf).ToArray();
        var told = new Count();
        await using var redis = await RedisRunCoordination.OpenAsync(
            Servers.Redis, Servers.Watcher, TimeProvider.System, NullLoggerFactory.Instance, CancellationToken.None);
        var coordinator = new RunCoordinator(
            PlanOf(cases),
            new RabbitMqRunTransportFactory(
                Servers.RabbitMq, Servers.Watcher, TimeProvider.System, NullLoggerFactory.Instance),
            redis,
            new ReportFan([told], NullLogger<ReportFan>.Instance),
            new RunRules(),
            TimeProvider.System,
            NullLoggerFactory.Instance);
        Began = Stopwatch.GetTimestamp();
        await coordinator.RunAsync(CancellationToken.None);
        Ended = Stopwatch.GetTimestamp();
        if (told.Passed != Tests)
            throw new InvalidOperationException($"{Name}: {told.Passed} of {Tests} tests were told as passed.");
    }

    private RunPlan PlanOf(TestCase[] cases) => new()
    {
        Manifest = new RunManifest
        {
            Run = Id,
            Suite = Name,
            Isolation = Isolation.Process,
            SettingsXml = "<RunSettings/>",
            WorkingDirectory = "/",
        },
        Share = new RunShare { Priority = Priority, Environment = Environment },
        Cases = cases,
        Batches = [.. cases.Index().Chunk(TestsOfBatch).Select(BatchOf)],
    };

    private Batch BatchOf((int Index, TestCase Item)[] cases) => new()
    {
        Run = Id,
        Id = new BatchId(cases[0].Index.ToString(CultureInfo.InvariantCulture)),
        Units =
        [
            .. cases.Select(c => new Unit
            {
                Name = c.Item.FullyQualifiedName,
                Attempts = [new RequestedAttempt { Id = new AttemptId(c.Index, 1), Case = c.Item }],
            }),
        ],
        ExpectedDuration = TimeSpan.FromMilliseconds(Milliseconds * cases.Length),
    };

    private TestCase CaseOf(int ordinal) => new()
    {
        Id = Guid.NewGuid(),
        FullyQualifiedName = $"Shop.Tests.Checkout.CartTests.Test_number_{ordinal}",
        DisplayName = MillisecondsOf(ordinal).ToString(CultureInfo.InvariantCulture),
        Source = "/shop/tests/bin/Debug/net10.0/Shop.Tests.dll",
        ExecutorUri = "executor://nunit3testexecutor/",
    };

    // Evenly spread, the same in each run; 7,919 is prime, so neighbours differ.
    private int MillisecondsOf(int ordinal) => Milliseconds - Spread + (ordinal * 7_919 % ((2 * Spread) + 1));

    private sealed class Count : IReport
    {
        public string Name => "count";

        public int Passed { get; private set; }

        public ValueTask TellAsync(RunEvent runEvent, CancellationToken cancellationToken)
        {
            if (runEvent is CaseFinished { Outcome: Outcome.Passed })
                Passed++;
            return ValueTask.CompletedTask;
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
