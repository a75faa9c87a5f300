namespace TestFlock.Bench.Costs;

/// <summary>2,000 trivial tests, natively and through an adapter that passes everything through, in turn.</summary>
internal static class PassThrough
{
    private const int Tests = 2_000;

    public static async Task RunAsync(int rounds)
    {
        foreach (var framework in (string[])["NUnit", "XunitV2", "MSTest"])
        {
            var native = await Suite.BuildAsync($"Trivial/{framework}", native: true);
            var ours = await Suite.BuildAsync($"Trivial/{framework}", native: false);
            var (nativeCalls, ourCalls) = (new List<TimedCommand>(), new List<TimedCommand>());
            for (var round = 0; round < rounds; round++)
            {
                // The order changes with the round: neither side always finds the warmer machine.
                foreach (var isOurs in (bool[])[round % 2 == 0, round % 2 != 0])
                    (isOurs ? ourCalls : nativeCalls).Add(await TestCall.RunAsync(isOurs ? ours : native, Tests));
            }

            Figures.Print($"Trivial/{framework}, {Tests} tests, native wall", nativeCalls.ConvertAll(c => c.Wall));
            Figures.Print("  pass-through wall", ourCalls.ConvertAll(c => c.Wall));
            Compare("wall", c => c.Wall);
            Compare("processor", c => c.Processor);

            void Compare(string what, Converter<TimedCommand, TimeSpan> of)
            {
                var (our, their) = (ourCalls.ConvertAll(of), nativeCalls.ConvertAll(of));
                Figures.PrintRatios($"  pass-through / native, {what}, of pairs", [.. our.Zip(their, (o, t) => o / t)]);
                Figures.PrintRatio($"  pass-through / native, {what}, medians", Figures.Median(our) / Figures.Median(their));
                Pairs.Print($"pass-through, {what}", their, our, Tests);
            }
        }
    }
}
