using System.Globalization;
using System.Text.Json;

namespace TestFlock.Bench.Costs;

/// <summary>
/// 3 % of the tests hold 97 % of the time: how near a run comes to what no plan can beat, without a history and with
/// the first run's.
/// </summary>
internal static class Skewed
{
    private const int Slots = 8;
    private const int Tests = 1_000;

    public static async Task RunAsync(int rounds)
    {
        var assembly = await Suite.BuildAsync("Skewed/NUnit", native: false);
        var sleeps = File.ReadLines(Path.Combine(Folders.FindBench(), "Suites", "Skewed", "durations.txt"))
            .Select(line => TimeSpan.FromMilliseconds(int.Parse(line, CultureInfo.InvariantCulture))).ToArray();
        var shared = sleeps.Aggregate(TimeSpan.Zero, (sum, sleep) => sum + sleep) / Slots;
        var bound = shared > sleeps.Max() ? shared : sleeps.Max();
        var runs = new List<(TimeSpan First, TimeSpan Second)>();
        for (var round = 0; round < rounds; round++)
        {
            // A suite of this name has never run.
            var settings = RunSettings.Write(
                $"<TestFlock><Suite>bench-{Guid.NewGuid():N}</Suite><Slots>{Slots}</Slots><Unit>test</Unit></TestFlock>");
            runs.Add((await MakespanAsync(assembly, settings), await MakespanAsync(assembly, settings)));
        }

        Figures.Print($"Skewed, {Tests} tests on {Slots} slots: max(longest, work / slots)", [bound]);
        Figures.Print("  first run, from the plan to the last result", runs.ConvertAll(r => r.First));
        Figures.Print("  second run", runs.ConvertAll(r => r.Second));
        Figures.PrintRatios("  first run / bound", runs.ConvertAll(r => r.First / bound));
        Figures.PrintRatios("  second run / bound", runs.ConvertAll(r => r.Second / bound));
    }

    private static async Task<TimeSpan> MakespanAsync(string assembly, string settings)
    {
        var results = Directory.CreateTempSubdirectory("testflock-bench-").FullName;
        await TestCall.RunAsync(assembly, Tests, "--settings", settings, "--results-directory", results);
        var report = Directory.EnumerateFiles(results, "testflock-*.json").Single();
        using var efficiency = JsonDocument.Parse(await File.ReadAllTextAsync(report));
        return TimeSpan.FromSeconds(efficiency.RootElement.GetProperty("wall").GetDouble());
    }
}
