namespace TestFlock.Bench.Costs;

/// <summary>
/// What one more test costs on one slot, against a whole <c>dotnet test --filter</c> for it: the difference between a
/// run of some tests and a run of one, each test a unit.
/// </summary>
internal static class OneByOne
{
    private const string One = "FullyQualifiedName=Suite.Class001Tests.Test_001";

    public static async Task RunAsync(int rounds)
    {
        foreach (var framework in (string[])["NUnit", "XunitV2", "MSTest"])
        {
            var native = await Suite.BuildAsync($"Trivial/{framework}", native: true);
            var ours = await Suite.BuildAsync($"Trivial/{framework}", native: false);
            var (bare, process, warm) = (new List<TimeSpan>(), new List<TimeSpan>(), new List<TimeSpan>());
            for (var round = 0; round < rounds; round++)
            {
                bare.Add((await TestCall.RunAsync(native, 1, "--filter", One)).Wall);
                process.Add(await MoreAsync("process", "FullyQualifiedName~Suite.Class001Tests.Test_00", 9));
                warm.Add(await MoreAsync("warm", "FullyQualifiedName~Suite.Class00", 450));
            }

            Figures.Print($"Trivial/{framework}, bare dotnet test --filter of one test", bare);
            Figures.Print("  one more test in process isolation", process);
            Figures.PrintRatios("  process isolation / bare", [.. process.Zip(bare, (more, call) => more / call)]);
            Figures.PrintMilliseconds("  one more test in warm isolation", warm);

            async Task<TimeSpan> MoreAsync(string isolation, string filter, int tests)
            {
                var settings = RunSettings.Write(
                    $"<TestFlock><Slots>1</Slots><Isolation>{isolation}</Isolation><Unit>test</Unit></TestFlock>");
                var one = await TestCall.RunAsync(ours, 1, "--filter", One, "--settings", settings);
                var many = await TestCall.RunAsync(ours, tests, "--filter", filter, "--settings", settings);
                return (many.Wall - one.Wall) / (tests - 1);
            }
        }
    }
}
