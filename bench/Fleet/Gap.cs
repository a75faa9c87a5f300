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
        observations.Forget();
        using var machine = new MachineProbe();
        await Nightly("nightly", tests: 4_000).RunAsync();
        Console.WriteLine("4,000 tests of 500 ms on 40 slots");
        Tell(observations);
        Console.WriteLine($"    the machine wakes a sleeping thread too late by: {machine.Late}");
    }

    public static void Tell(Observations observations)
    {
        Console.WriteLine($"  a slot, from the end of a test to the begin of the next: {observations.Gaps}");
        foreach (var (step, took) in observations.Steps)
            Console.WriteLine($"    {step}: {took}");
    }

    private static SimulatedRun Nightly(string name, int tests) =>
        new() { Name = name, Tests = tests, Milliseconds = 500 };
}
