namespace TestFlock.Bench.Costs;

/// <summary>
/// 10,000 short tests with nobody listening and with metrics by statsd, or metrics and a trace for each test by OTLP:
/// with tests that do nothing, so that nothing hides the cost, or with tests of 5 ms. The receivers take everything and
/// keep nothing; they run in this process, whose time is not counted.
/// </summary>
internal static class Observed
{
    private const int Classes = 200;
    private const int Tests = Classes * 50;

    /// <param name="rounds">Pairs of calls, for each kind and way; each takes about a minute on two quiet cores.</param>
    /// <param name="kinds">Of tests: trivial, 5ms; none for both.</param>
    /// <param name="ways">statsd, OTLP; none for both.</param>
    public static async Task RunAsync(int rounds, string[] kinds, string[] ways)
    {
        using var receivers = new Receivers();
        (string Name, (string, string)[] Variables)[] allWays =
        [
            ("statsd", [("TESTFLOCK_STATSD", receivers.Statsd)]),
            ("OTLP", [("OTEL_EXPORTER_OTLP_ENDPOINT", receivers.Otlp), ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf")]),
        ];
        (string Name, string Path, string[] Size)[] allKinds =
        [
            ("trivial", "Trivial/NUnit", [$"-p:ClassCount={Classes}"]),
            ("5ms", "Sleepy", [$"-p:ClassCount={Classes}", "-p:TestsPerClass=50", "-p:SleepMilliseconds=5"]),
        ];
        if (kinds.Except(allKinds.Select(k => k.Name)).Concat(ways.Except(allWays.Select(w => w.Name))).ToArray() is [var odd, ..])
            throw new ArgumentException($"'{odd}' is neither trivial nor 5ms, neither statsd nor OTLP.");
        var settings = RunSettings.Write("<TestFlock><Slots>2</Slots></TestFlock>");
        foreach (var kind in allKinds.Where(k => kinds.Length == 0 || kinds.Contains(k.Name)))
        {
            var suite = await Suite.BuildAsync(kind.Path, native: false, kind.Size);
            // Not counted: the first call reads everything from disk.
            await RunAsync(suite, settings, []);
            foreach (var way in allWays.Where(w => ways.Length == 0 || ways.Contains(w.Name)))
            {
                Console.WriteLine($"{Tests} tests, {kind.Name}, on 2 slots, {way.Name} beside off, {rounds} pairs");
                await Pairs.CompareAsync(
                    rounds,
                    Tests,
                    () => RunAsync(suite, settings, []),
                    () => RunAsync(suite, settings, way.Variables));
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
