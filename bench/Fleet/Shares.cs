using System.Diagnostics;
using TestFlock.Core.Coordination;

namespace TestFlock.Bench.Fleet;

/// <summary>
/// 20 runs of mixed size and class on 40 slots: who gets how much of them, who waits how long, and what two
/// environments bear.
/// </summary>
internal static class Shares
{
    private const int Agents = 4, SlotsOfAgent = 10, Capacity = 3;

    /// <summary>Batches of a new run that are charged at a quarter: HEAD_START in agent_pick.lua.</summary>
    private const int HeadStart = 64;

    public static async Task RunAsync()
    {
        Console.WriteLine($"20 runs on {Agents * SlotsOfAgent} slots, two environments with a capacity of {Capacity}");
        var observations = new Observations();
        var runs = Runs().ToArray();
        foreach (var run in runs.Where(r => r.Environment is not null))
            observations.Against(run.Id, run.Environment!.Name);
        await using (var fleet = new SimulatedFleet(observations))
        {
            await fleet.StartAsync(Agents, SlotsOfAgent);
            await Task.WhenAll(runs.Select(r => r.RunAsync()));
        }

        // While every run had work: later the slots of those that are done go to the others. Before that each had its
        // head start, which is counted in batches, so that runs of longer tests get more slot time out of it.
        var (from, to) = (runs.Max(EndOfHeadStart), runs.Min(r => r.Ended));
        long EndOfHeadStart(SimulatedRun run) =>
            observations.Works.Where(w => w.Run == run.Id).Select(w => w.Began).Order().ElementAt(HeadStart);
        double SlotTime(SimulatedRun run) => observations.Works.Where(w => w.Run == run.Id)
            .Sum(w => Math.Max(
                0, Stopwatch.GetElapsedTime(Math.Max(w.Began, from), Math.Min(w.Ended, to)).TotalSeconds));
        var total = runs.Sum(SlotTime);
        Console.WriteLine($"  after the head starts, in the {Stopwatch.GetElapsedTime(from, to).TotalSeconds:0.0} s in which all had work:");
        foreach (var run in runs)
        {
            var first = observations.Works.Where(w => w.Run == run.Id).Min(w => w.Began);
            Console.WriteLine(
                $"  {run.Name,-26} {run.Tests,5} tests of {run.Milliseconds,4} ms: {SlotTime(run) / total,6:P1} of "
                + "the slots, "
                + $"first test after {Stopwatch.GetElapsedTime(run.Began, first).TotalMilliseconds,6:0} ms, all after "
                + $"{run.Took.TotalSeconds,5:0.0} s");
        }

        // Equal in what takes time: class, tests and environment; how many tests they have must make no difference.
        foreach (var equal in runs.GroupBy(r => (r.Priority, r.Milliseconds, r.Environment?.Name)))
        {
            Console.WriteLine(
                $"  Jain's index of the {equal.Count()} {equal.Key.Priority} runs with tests of "
                + $"{equal.Key.Milliseconds} ms"
                + $"{(equal.Key.Name is { } name ? $" on {name}" : "")}: {Jain([.. equal.Select(SlotTime)]):0.000}");
        }

        var normal = runs.Where(r => r.Priority == RunPriority.Normal && r.Environment is null).ToArray();
        Console.WriteLine(
            $"  Jain's index of all {normal.Length} normal runs, tests of 100 and 250 ms: "
            + $"{Jain([.. normal.Select(SlotTime)]):0.000}");

        foreach (var environment in runs.Select(r => r.Environment).OfType<EnvironmentCapacity>().Distinct())
        {
            Console.WriteLine(
                $"  most against {environment.Name} at one moment: {observations.MostAgainst(environment.Name)} of "
                + $"{environment.Capacity}");
        }
    }

    private static IEnumerable<SimulatedRun> Runs()
    {
        for (var i = 1; i <= 10; i++)
        {
            var milliseconds = i % 2 == 0 ? 100 : 250;
            var tests = 1_000 + (i % 5 * 150);
            yield return new SimulatedRun { Name = $"normal {i}", Tests = tests, Milliseconds = milliseconds };
        }

        for (var i = 1; i <= 3; i++)
            yield return SlowRun($"release {i}", tests: 2_400, RunPriority.Release);
        for (var i = 1; i <= 3; i++)
            yield return SlowRun($"background {i}", tests: 800, RunPriority.Background);
        for (var i = 0; i < 4; i++)
        {
            yield return new SimulatedRun
            {
                Name = $"on staging-{(i % 2) + 1}, {i + 1}",
                Tests = 800,
                Milliseconds = 150,
                Environment = new EnvironmentCapacity($"staging-{(i % 2) + 1}", Capacity),
            };
        }
    }

    private static SimulatedRun SlowRun(string name, int tests, RunPriority priority) =>
        new() { Name = name, Tests = tests, Milliseconds = 200, Priority = priority };

    private static double Jain(double[] shares) => Math.Pow(shares.Sum(), 2) / (shares.Length * shares.Sum(s => s * s));
}
