using TestFlock.Contracts;
using TestFlock.Core.Coordination;
using TestFlock.Core.Runs;
using TestFlock.Core.Settings;

namespace TestFlock.Tests.Conformance.Faults;

/// <summary>What is asked of one run, and what must come of it, whatever fails on the way: all of it by one seed.</summary>
internal sealed class FaultPlan
{
    private const int TestsOfClass = 4;
    private const int Always = int.MaxValue;

    private readonly int[] _failing; // by ordinal: in how many attempts it fails
    private readonly int[] _rows; // by ordinal: results of one attempt

    public FaultPlan(int seed)
    {
        var chance = new Random(seed);
        Run = new RunId($"faults-{seed}-{Guid.NewGuid():N}");
        IsExact = chance.Next(4) > 0;
        Retry = new RetryOptions
        {
            Max = chance.Next(3),
            Scope = chance.Next(4) == 0 ? RetryScope.Class : RetryScope.Test,
        };
        var count = chance.Next(3, 26);
        _failing = [.. Enumerable.Range(0, count).Select(_ => FailingOf(chance.Next(10)))];
        _rows = [.. Enumerable.Range(0, count).Select(_ => chance.Next(5) == 0 ? chance.Next(2, 4) : 1)];
        Cases = [.. Enumerable.Range(0, count).Select(CaseOf)];
        Batches = [.. Cases.Index().Chunk(Retry.Scope == RetryScope.Class ? TestsOfClass : chance.Next(1, 7))
            .Select(BatchOf)];
    }

    public RunId Run { get; }

    public RetryOptions Retry { get; }

    public IReadOnlyList<TestCase> Cases { get; }

    public IReadOnlyList<Batch> Batches { get; }

    /// <summary>Whether nothing is ever given up, so that what comes of the run is known.</summary>
    public bool IsExact { get; }

    public RunRules Rules => IsExact ? new RunRules { MostExecutions = 1000, MostLostBeforeBegin = 1000 } : new RunRules();

    public int RowsOf(int ordinal) => _rows[ordinal];

    public bool Fails(AttemptId attempt) => attempt.Number <= _failing[attempt.Ordinal];

    /// <summary>How many attempts a test has when nothing is given up.</summary>
    public int AttemptsOf(int ordinal)
    {
        var group = Retry.Scope == RetryScope.Class && Retry.Max > 0
            ? Enumerable.Range(ordinal - (ordinal % TestsOfClass), TestsOfClass).Where(member => member < Cases.Count)
            : [ordinal];
        return Math.Min(group.Max(member => _failing[member]), Retry.Max) + 1;
    }

    public RunPlan ToRunPlan() => new()
    {
        Manifest = Some.Manifest(Run),
        Share = new RunShare { Priority = RunPriority.Normal },
        Cases = Cases,
        Batches = Batches,
        Retry = Retry,
        WhenNoAgents = NoAgentsPolicy.Wait,
    };

    private static int FailingOf(int chance) => chance switch
    {
        < 6 => 0,
        < 8 => 1,
        8 => 2,
        _ => Always,
    };

    private static TestCase CaseOf(int ordinal) => new()
    {
        Id = Guid.NewGuid(),
        FullyQualifiedName = $"Shop.Class{ordinal / TestsOfClass}.Test{ordinal}",
        DisplayName = $"Test{ordinal}",
        Source = "/somewhere/Shop.Tests.dll",
        ExecutorUri = "executor://nunit3testexecutor/",
    };

    private Batch BatchOf((int Index, TestCase Item)[] cases) => new()
    {
        Run = Run,
        Id = new BatchId(Guid.NewGuid().ToString("N")),
        Units =
        [
            new Unit
            {
                Name = cases[0].Item.DisplayName,
                Attempts =
                    [.. cases.Select(c => new RequestedAttempt { Id = new AttemptId(c.Index, 1), Case = c.Item })],
            },
        ],
    };
}
