namespace TestFlock.Bench.Costs;

/// <summary>
/// 10,000 tests with and without Allure results: what it costs to write them while the run goes on. With tests that do
/// nothing, so that nothing hides the cost, or with tests that wait 5 ms each.
/// </summary>
internal static class WithAllure
{
    private const int Classes = 200;
    private const int Tests = Classes * 50;

    /// <param name="rounds">Pairs of calls, for each kind; each takes half a minute or a whole one on two quiet cores.</param>
    /// <param name="kinds">Of tests: trivial, 5ms; none for both.</param>
    public static async Task RunAsync(int rounds, string[] kinds)
    {
        (string Name, string Path, string[] Size)[] allKinds =
        [
            ("trivial", "Trivial/NUnit", [$"-p:ClassCount={Classes}"]),
            ("5ms", "Sleepy", [$"-p:ClassCount={Classes}", "-p:TestsPerClass=50", "-p:SleepMilliseconds=5"]),
        ];
        if (kinds.Except(allKinds.Select(k => k.Name)).ToArray() is [var odd, ..])
            throw new ArgumentException($"'{odd}' is neither trivial nor 5ms.");
        var without = RunSettings.Write("<TestFlock><Slots>2</Slots></TestFlock>");

        // Removed at the end: for five minutes ext4 is slow to make files where many were just removed.
        var results = Directory.CreateTempSubdirectory("testflock-bench-").FullName;
        foreach (var kind in allKinds.Where(k => kinds.Length == 0 || kinds.Contains(k.Name)))
        {
            var suite = await Suite.BuildAsync(kind.Path, native: false, kind.Size);
            // Not counted: the first call reads everything from disk.
            await TestCall.RunAsync(suite, Tests, "--settings", without);
            Console.WriteLine($"{Tests} tests, {kind.Name}, on 2 slots, with Allure results beside without, {rounds} pairs");
            var round = 0;
            await Pairs.CompareAsync(
                rounds,
                Tests,
                () => TestCall.RunAsync(suite, Tests, "--settings", without),
                () => WriteAsync(suite, Path.Combine(results, $"{kind.Name}-{++round}")));
        }

        Directory.Delete(results, recursive: true);
    }

    private static async Task<TimedCommand> WriteAsync(string suite, string folder)
    {
        var with = RunSettings.Write(
            $"""<TestFlock><Slots>2</Slots><Allure Directory="{folder}" /></TestFlock>""");
        var call = await TestCall.RunAsync(suite, Tests, "--settings", with);
        var count = Directory.EnumerateFiles(folder, "*-result.json").Count();
        return count == Tests
            ? call
            : throw new InvalidOperationException($"{folder} has {count} results, {Tests} were expected.");
    }
}
