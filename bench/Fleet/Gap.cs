namespace TestFlock.Bench.Fleet;

/// <summary>
/// How long a slot does nothing between two tests while there is work, and with what it is busy meanwhile.
/// </summary>
internal static class Gap
{
    public static async Task RunAsync()
    {
        var observations = new Observations();
        await using var fleet = new SimulatedFleet(observations);
        await fleet.StartAsync(agents: 4, slots: 10);
        await Nightly("first", tests: 200).RunAsync();
        await MeasureAsync(spread: 250, "4,000 tests of 250 to 750 ms on 40 slots", observations);
        // The worst case: all slots want the next test at the same moment, again and again.
        await MeasureAsync(spread: 0, "4,000 tests of 500 ms on 40 slots", observations);
    }

    private static async Task MeasureAsync(int spread, string title, Observations observations)
    {
        observations.Forget();
        using var machine = new MachineProbe();
        var nightly = Nightly($"nightly, {spread}", tests: 4_000, spread);
        await nightly.RunAsync();
        Console.WriteLine(title);
        Tell(observations);
        Console.WriteLine(
            $"    gaps over 50 ms: {observations.Gaps.Late(TimeSpan.FromMilliseconds(50), nightly.Began)}");
        Console.WriteLine($"    the machine wakes a sleeping thread too late by: {machine.Late}");
    }

    public static void Tell(Observations observations)
    {
        Console.WriteLine($"  a slot, from the end of a test to the begin of the next: {observations.Gaps}");
        foreach (var (step, took) in observations.Steps)
            Console.WriteLine($"    {step}: {took}");
    }

    private static SimulatedRun Nightly(string name, int tests, int spread = 0) =>
        new() { Name = name, Tests = tests, Milliseconds = 500, Spread = spread };
}
