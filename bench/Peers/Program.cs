using System.Globalization;
using TestFlock.Bench.Costs;
using TestFlock.Bench.Peers;

// bench/Peers/install.sh && dotnet run -c Release --project bench/Peers [rounds]
// 1,000 tests that sleep between 0.5 and 1.5 s on 25 slots: the whole command of each runner, one after the other,
// round by round, so that a busy machine burdens all alike. The ideal is the sum of the sleeps over 25.
const int slots = 25;
var rounds = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 1;
var bench = Folders.FindBench();
var settings = RunSettings.Write(
    $"<TestFlock><Slots>{slots}</Slots><Isolation>warm</Isolation><Unit>test</Unit></TestFlock>");
Runner[] runners =
[
    await OursAsync("NUnit"),
    await OursAsync("XunitV2"),
    new("pytest-xdist", "/usr/bin/python3",
        ["-m", "pytest", "-q", "-p", "no:cacheprovider", "-n", $"{slots}", "--dist", "load",
            Path.Combine(bench, "Peers", "Pytest")],
        "1000 passed"),
    new("Playwright Test", Path.Combine(bench, "Peers", "Playwright", "node_modules", ".bin", "playwright"),
        ["test", "--config", Path.Combine(bench, "Peers", "Playwright")], "1000 passed"),
];

var calls = runners.ToDictionary(runner => runner, _ => new List<TimedCommand>());
for (var round = 0; round < rounds; round++)
{
    foreach (var runner in runners)
        calls[runner].Add(await runner.CallAsync());
}

var sleeps = File.ReadLines(Path.Combine(bench, "Suites", "Uneven", "durations.txt")).Sum(int.Parse);
Console.WriteLine(string.Create(
    CultureInfo.InvariantCulture, $"{"ideal: the sleeps shared evenly",-64} {sleeps / 1000.0 / slots:F2} s"));
foreach (var runner in runners)
{
    Figures.Print($"{runner.Name}, wall", calls[runner].ConvertAll(call => call.Wall));
    Figures.Print("  processor time of all processes", calls[runner].ConvertAll(call => call.Processor));
}

var best = runners.Skip(2).Min(peer => Figures.Median(calls[peer].ConvertAll(call => call.Wall)));
foreach (var ours in runners.Take(2))
    Figures.PrintRatios($"{ours.Name} / the best peer, wall", [.. calls[ours].Select(call => call.Wall / best)]);

async Task<Runner> OursAsync(string framework) => new(
    $"TestFlock, {framework}",
    "dotnet",
    ["test", await Suite.BuildAsync($"Uneven/{framework}", native: false), "--nologo", "--settings", settings],
    "Passed:  1000");
