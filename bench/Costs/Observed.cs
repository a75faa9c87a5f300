namespace TestFlock.Bench.Costs;

/// <summary>
/// 10,000 short tests with nobody listening, with metrics by statsd, and with metrics and a trace for each test by OTLP,
/// in turn: once with tests that do nothing, so that nothing hides the cost, and once with tests of 5 ms. The receivers
/// take everything and keep nothing.
/// </summary>
internal static class Observed
{
    private const int Classes = 200;
    private const int Tests = Classes * 50;

    public static async Task RunAsync(int rounds)
    {
        using var receivers = new Receivers();
        (string Name, (string, string)[] Variables)[] ways =
        [
            ("off", []),
            ("off again", []),
            ("statsd", [("TESTFLOCK_STATSD", receivers.Statsd)]),
            ("OTLP", [("OTEL_EXPORTER_OTLP_ENDPOINT", receivers.Otlp), ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf")]),
        ];
        var settings = RunSettings.Write("<TestFlock><Slots>2</Slots></TestFlock>");
        foreach (var (name, path, size) in new (string, string, string[])[]
        {
            ("trivial", "Trivial/NUnit", [$"-p:ClassCount={Classes}"]),
            ("5 ms", "Sleepy", [$"-p:ClassCount={Classes}", "-p:TestsPerClass=50", "-p:SleepMilliseconds=5"]),
        })
        {
            var suite = await Suite.BuildAsync(path, native: false, size);
            var calls = ways.ToDictionary(way => way.Name, _ => new List<TimedCommand>());
            for (var round = 0; round < rounds; round++)
            {
                foreach (var way in ways)
                    calls[way.Name].Add(await RunAsync(suite, settings, way.Variables));
            }

            var off = calls["off"];
            Figures.Print($"{Tests} tests, {name}, on 2 slots, wall, off", off.ConvertAll(c => c.Wall));
            Figures.Print("  processor time of all processes, off", off.ConvertAll(c => c.Processor));
            foreach (var way in ways.Skip(1))
            {
                var on = calls[way.Name];
                Figures.PrintRatios($"  {way.Name} / off, wall", [.. on.Zip(off, (one, other) => one.Wall / other.Wall)]);
                Figures.PrintRatios(
                    $"  {way.Name} / off, processor time",
                    [.. on.Zip(off, (one, other) => one.Processor / other.Processor)]);
            }
        }

        Console.WriteLine($"received: {receivers.Datagrams} datagrams, {receivers.Requests} requests of OTLP");
    }

    private static async Task<TimedCommand> RunAsync(string suite, string settings, (string, string)[] variables)
    {
        foreach (var (variable, value) in variables)
            Environment.SetEnvironmentVariable(variable, value);
        try
        {
            return await TestCall.RunAsync(suite, Tests, "--settings", settings);
        }
        finally
        {
            foreach (var (variable, _) in variables)
                Environment.SetEnvironmentVariable(variable, null);
        }
    }
}
