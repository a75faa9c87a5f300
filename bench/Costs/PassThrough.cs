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
            Figures.PrintRatios("  pass-through / native, wall", Ratios(c => c.Wall));
            Figures.PrintRatios("  pass-through / native, processor", Ratios(c => c.Processor));

            IReadOnlyList<double> Ratios(Func<TimedCommand, TimeSpan> of) =>
                [.. ourCalls.Zip(nativeCalls, (our, their) => of(our) / of(their))];
        }
    }
}
