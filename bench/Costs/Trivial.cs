namespace TestFlock.Bench.Costs;

/// <summary>
/// 20,000 trivial tests, natively and on two slots of a flock, in turn: what all that is not the tests costs.
/// </summary>
internal static class Trivial
{
    private const int Classes = 400;
    private const int Tests = Classes * 50;

    public static async Task RunAsync(int rounds)
    {
        var settings = RunSettings.Write("<TestFlock><Slots>2</Slots></TestFlock>");
        foreach (var framework in (string[])["NUnit", "XunitV2", "MSTest"])
        {
            var native = await Suite.BuildAsync($"Trivial/{framework}", native: true, $"-p:ClassCount={Classes}");
            var ours = await Suite.BuildAsync($"Trivial/{framework}", native: false, $"-p:ClassCount={Classes}");
            var (nativeCalls, ourCalls) = (new List<TimedCommand>(), new List<TimedCommand>());
            for (var round = 0; round < rounds; round++)
            {
                nativeCalls.Add(await TestCall.RunAsync(native, Tests));
                ourCalls.Add(await TestCall.RunAsync(ours, Tests, "--settings", settings));
            }

            Figures.Print($"Trivial/{framework}, {Tests} tests, native wall", nativeCalls.ConvertAll(c => c.Wall));
            Figures.Print("  on 2 slots, wall", ourCalls.ConvertAll(c => c.Wall));
            Figures.Print("  native processor time", nativeCalls.ConvertAll(c => c.Processor));
            Figures.Print("  on 2 slots, processor time of all processes", ourCalls.ConvertAll(c => c.Processor));
            Figures.PrintRatios(
                "  on 2 slots / native, wall", [.. ourCalls.Zip(nativeCalls, (our, their) => our.Wall / their.Wall)]);
        }
    }
}
