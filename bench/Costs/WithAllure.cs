namespace TestFlock.Bench.Costs;

/// <summary>
/// <see cref="ShortTests"/> with and without Allure results: what it costs to write them while the run goes on.
/// </summary>
internal static class WithAllure
{
    /// <param name="rounds">Pairs of calls, for each kind; each takes half a minute or a whole one on two quiet cores.</param>
    /// <param name="kinds">Of tests: trivial, 5ms; none for both.</param>
    public static async Task RunAsync(int rounds, string[] kinds)
    {
        var without = RunSettings.Write("<TestFlock><Slots>2</Slots></TestFlock>");

        // Removed at the end: for five minutes ext4 is slow to make files where many were just removed.
        var results = Directory.CreateTempSubdirectory("testflock-bench-").FullName;
        foreach (var tests in ShortTests.Of(kinds))
        {
            var suite = await tests.BuildAsync(without);
            Console.WriteLine(
                $"{ShortTests.Count} tests, {tests.Name}, on 2 slots, with Allure results beside without, {rounds} pairs");
            var round = 0;
            await Pairs.CompareAsync(
                rounds,
                ShortTests.Count,
                () => TestCall.RunAsync(suite, ShortTests.Count, "--settings", without),
                () => WriteAsync(suite, Path.Combine(results, $"{tests.Name}-{++round}")));
        }

        Directory.Delete(results, recursive: true);
    }

    private static async Task<TimedCommand> WriteAsync(string suite, string folder)
    {
        var with = RunSettings.Write(
            $"""<TestFlock><Slots>2</Slots><Allure Directory="{folder}" /></TestFlock>""");
        var call = await TestCall.RunAsync(suite, ShortTests.Count, "--settings", with);
        var count = Directory.EnumerateFiles(folder, "*-result.json").Count();
        return count == ShortTests.Count
            ? call
            : throw new InvalidOperationException($"{folder} has {count} results, {ShortTests.Count} were expected.");
    }
}
