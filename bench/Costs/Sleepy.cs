namespace TestFlock.Bench.Costs;

/// <summary>
/// 200 tests that sleep for 0.2 s, on 4 slots in process isolation: how much of the time is overhead.
/// </summary>
internal static class Sleepy
{
    private const int Tests = 200;
    private const int Slots = 4;
    private static readonly TimeSpan EachTest = TimeSpan.FromSeconds(0.2);

    public static async Task RunAsync(int rounds)
    {
        var suite = await Suite.BuildAsync("Sleepy", native: false);
        var ideal = Tests * EachTest / Slots;
        foreach (var unit in (string[])["test", "class"])
        {
            var settings = RunSettings.Write(
                $"<TestFlock><Slots>{Slots}</Slots><Isolation>process</Isolation><Unit>{unit}</Unit></TestFlock>");
            var walls = new List<TimeSpan>();
            var cpus = new List<TimeSpan>();
            for (var round = 0; round < rounds; round++)
            {
                var call = await TestCall.RunAsync(suite, Tests, "--settings", settings);
                walls.Add(call.Wall);
                cpus.Add(call.Processor);
            }

            Figures.Print($"Sleepy, {Tests} tests on {Slots} slots, unit {unit}, wall", walls);
            Figures.Print("  processor time of all processes", cpus);
            Figures.PrintShare("  overhead's share of the wall time", 1 - (ideal / Figures.Median(walls)));
        }
    }
}
