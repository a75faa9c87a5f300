namespace TestFlock.Bench.Costs;

/// <summary>
/// 10,000 tests with and without Allure results, in turn: what it costs to write them while the run goes on. Once with
/// tests that do nothing, so that nothing hides the cost, and once with tests that wait 5 ms each.
/// </summary>
internal static class WithAllure
{
    private const int Classes = 200;
    private const int Tests = Classes * 50;
    private const int Slots = 2;

    public static async Task RunAsync(int rounds)
    {
        foreach (var (name, path, size) in new (string, string, string[])[]
        {
            ("trivial", "Trivial/NUnit", [$"-p:ClassCount={Classes}"]),
            ("5 ms", "Sleepy", [$"-p:ClassCount={Classes}", "-p:TestsPerClass=50", "-p:SleepMilliseconds=5"]),
        })
        {
            var suite = await Suite.BuildAsync(path, native: false, size);
            var results = Directory.CreateTempSubdirectory("testflock-bench-").FullName;
            var without = RunSettings.Write($"<TestFlock><Slots>{Slots}</Slots></TestFlock>");
            var (plain, written) = (new List<TimedCommand>(), new List<TimedCommand>());
            for (var round = 0; round < rounds; round++)
            {
                // A folder of its own: file systems are slow to make files where many were just removed.
                var folder = Path.Combine(results, $"round-{round}");
                var with = RunSettings.Write(
                    $"""<TestFlock><Slots>{Slots}</Slots><Allure Directory="{folder}" /></TestFlock>""");
                plain.Add(await TestCall.RunAsync(suite, Tests, "--settings", without));
                written.Add(await TestCall.RunAsync(suite, Tests, "--settings", with));
                Check(folder);
            }

            Figures.Print($"{Tests} tests, {name}, on {Slots} slots, wall without Allure results", plain.ConvertAll(c => c.Wall));
            Figures.Print("  with", written.ConvertAll(c => c.Wall));
            Figures.PrintRatios("  with / without, wall", [.. written.Zip(plain, (one, other) => one.Wall / other.Wall)]);
            Figures.PrintRatios(
                "  with / without, processor time of all processes",
                [.. written.Zip(plain, (one, other) => one.Processor / other.Processor)]);
            Directory.Delete(results, recursive: true);
        }
    }

    private static void Check(string results)
    {
        var count = Directory.EnumerateFiles(results, "*-result.json").Count();
        if (count != Tests)
            throw new InvalidOperationException($"{results} has {count} results, {Tests} were expected.");
    }
}
