using TestFlock.Contracts;
using TestFlock.Core.Coordination;
using TestFlock.Core.Runs;
using TestFlock.Core.Settings;
using TestFlock.Fleet.Tests.Support;
using TestFlock.Tests.Servers;

namespace TestFlock.Fleet.Tests.Faults;

/// <summary>What one run asks for, and what goes wrong on its way: all of it by one seed.</summary>
internal sealed class FaultSchedule
{
    private const int TestsOfClass = 2;

    private readonly TestTurns[] _turns; // by ordinal
    private readonly Isolation _isolation;
    private readonly int _seed;

    /// <param name="seed">Decides everything.</param>
    /// <param name="isolation">Of the test processes.</param>
    /// <param name="folder">Where tests find what to do, and write down that they did it.</param>
    public FaultSchedule(int seed, Isolation isolation, string folder)
    {
        (_seed, _isolation) = (seed, isolation);
        var chance = new Random(seed);
        Run = new RunId($"faults-{seed}-{Guid.NewGuid():N}");
        Retry = new RetryOptions
        {
            Max = chance.Next(3),
            Scope = chance.Next(4) == 0 ? RetryScope.Class : RetryScope.Test,
        };
        _turns = [.. Enumerable.Range(0, chance.Next(2, 4)).Select(
            number => new TestTurns(Path.Combine(folder, $"test-{number}"), chance))];
        Cases = [.. Enumerable.Range(0, _turns.Length).Select(CaseOf)];
        var isTogether = Retry.Scope == RetryScope.Class || chance.Next(2) == 0;
        Units = [.. Cases.Index().Chunk(isTogether ? TestsOfClass : 1).Select(UnitOf)];
        Batches = [.. Units.Chunk(chance.Next(1, 3)).Select(BatchOf)];
        StopsAgentAfter = chance.Next(5) == 0 ? chance.Next(1, 6) : null;
        CutsAfter = chance.Next(6) == 0 ? chance.Next(1, 8) : null;
        KillsAgentAfter = chance.Next(3) == 0 ? chance.Next(1, 5) : null;
    }

    public RunId Run { get; }

    public RetryOptions Retry { get; }

    public IReadOnlyList<TestCase> Cases { get; }

    public IReadOnlyList<Unit> Units { get; }

    public IReadOnlyList<Batch> Batches { get; }

    /// <summary>By ordinal.</summary>
    public IReadOnlyList<TestTurns> Turns => _turns;

    /// <summary>The number of reports after which one agent stops at once; null: none does.</summary>
    public int? StopsAgentAfter { get; }

    /// <summary>The number of reports after which every connection to the broker is cut; null: none is.</summary>
    public int? CutsAfter { get; }

    /// <summary>
    /// How much is told of an agent in a process of its own until that is killed; null: there is none.
    /// </summary>
    public int? KillsAgentAfter { get; }

    /// <summary>
    /// Whether each execution that came to its end is an attempt: nobody's death takes another test with it.
    /// </summary>
    public bool IsExact => Batches.All(batch => batch.Units.Sum(unit => unit.Attempts.Count) == 1)
        && (StopsAgentAfter ?? CutsAfter ?? KillsAgentAfter) is null;

    /// <summary>Nothing is ever given up, so that each test comes to its end.</summary>
    public static RunRules Rules { get; } = new() { MostExecutions = 1000, MostLostBeforeBegin = 1000 };

    /// <param name="agent">Chance of its own, whatever happens elsewhere.</param>
    public Random ChanceFor(string agent) => new(agent.Aggregate(_seed, (hash, c) => unchecked((hash * 31) + c)));

    /// <summary>The ordinals of those that are tried again together with this one.</summary>
    public IEnumerable<int> GroupOf(int ordinal) => Retry is { Scope: RetryScope.Class, Max: > 0 }
        ? Enumerable.Range(0, Cases.Count).Where(other => other / TestsOfClass == ordinal / TestsOfClass)
        : [ordinal];

    public RunPlan ToRunPlan() => new()
    {
        Manifest = new RunManifest
        {
            Run = Run,
            Suite = "faults",
            Isolation = _isolation,
            SettingsXml = "",
            WorkingDirectory = Path.GetTempPath(),
            InheritsEnvironment = true,
            TestTimeout = TestTurns.LongestTest,
        },
        Share = new RunShare { Priority = RunPriority.Normal },
        Cases = Cases,
        Batches = Batches,
        Retry = Retry,
        WhenNoAgents = NoAgentsPolicy.Wait,
    };

    private TestCase CaseOf(int ordinal) => new()
    {
        Id = Guid.NewGuid(),
        FullyQualifiedName = $"Scripted.Class{ordinal / TestsOfClass}.Test{ordinal}",
        DisplayName = $"turns {_turns[ordinal].Folder}",
        Source = Path.Combine(
            RepositoryFolder.Path, "tests/Scripted/Suite/bin", BuildConfiguration.Name, "net10.0", "Scripted.dll"),
        ExecutorUri = "executor://MSTestAdapter/v4",
    };

    private static Unit UnitOf((int Index, TestCase Item)[] cases) => new()
    {
        Name = cases[0].Item.FullyQualifiedName,
        Attempts = [.. cases.Select(c => new RequestedAttempt { Id = new AttemptId(c.Index, 1), Case = c.Item })],
    };

    private Batch BatchOf(Unit[] units) =>
        new() { Run = Run, Id = new BatchId(Guid.NewGuid().ToString("N")), Units = units };
}
