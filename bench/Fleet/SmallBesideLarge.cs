namespace TestFlock.Bench.Fleet;

/// <summary>A run of 50 tests alone, and beside one of 10,000.</summary>
internal static class SmallBesideLarge
{
    public static async Task RunAsync()
    {
        var observations = new Observations();
        await using var fleet = new SimulatedFleet(observations);
        await fleet.StartAsync(agents: 4, slots: 10);

        // The first pays for what is compiled and connected once.
        await Small("first").RunAsync();
        var alone = Small("alone");
        await alone.RunAsync();

        var nightly = new SimulatedRun { Name = "nightly", Tests = 10_000, Milliseconds = 500 };
        var running = nightly.RunAsync();
        await Task.Delay(TimeSpan.FromSeconds(10));
        var besides = new List<SimulatedRun>();
        for (var i = 0; i < 3; i++)
        {
            besides.Add(Small("beside"));
            await besides[i].RunAsync();
        }

        TimeSpan Latency(SimulatedRun run) => System.Diagnostics.Stopwatch.GetElapsedTime(
            run.Began, observations.Works.Where(w => w.Run == run.Id).Min(w => w.Began));
        Console.WriteLine(
            $"50 tests of 500 ms on 40 slots: alone {alone.Took.TotalSeconds:0.0} s, beside a nightly of 10,000 "
            + string.Join(
                ", ", besides.Select(b => $"{b.Took.TotalSeconds:0.0} s ({b.Took / alone.Took:0.00} times)")));
        Console.WriteLine(
            $"  from the start of a run to its first test, agents idle: {Latency(alone).TotalMilliseconds:0} ms");
        await running;
        Gap.Tell(observations);
    }

    private static SimulatedRun Small(string name) => new() { Name = name, Tests = 50, Milliseconds = 500 };
}
