namespace TestFlock.Bench.Costs;

/// <summary>
/// <see cref="ShortTests"/> with nobody listening and with metrics by statsd, or metrics and a trace for each test by
/// OTLP. The receivers take everything and keep nothing; they run in this process, whose time is not counted.
/// </summary>
internal static class Observed
{
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
        if (ways.Except(allWays.Select(w => w.Name)).FirstOrDefault() is { } odd)
            throw new ArgumentException($"'{odd}' is neither statsd nor OTLP.");
        var settings = RunSettings.Write("<TestFlock><Slots>2</Slots></TestFlock>");
        foreach (var tests in ShortTests.Of(kinds))
        {
            var suite = await tests.BuildAsync(settings);
            foreach (var way in allWays.Where(w => ways.Length == 0 || ways.Contains(w.Name)))
            {
                Console.WriteLine(
                    $"{ShortTests.Count} tests, {tests.Name}, on 2 slots, {way.Name} beside off, {rounds} pairs");
                await Pairs.CompareAsync(
                    rounds,
                    ShortTests.Count,
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
            return await TestCall.RunAsync(suite, ShortTests.Count, "--settings", settings);
        }
        finally
        {
            foreach (var (variable, _) in variables)
                Environment.SetEnvironmentVariable(variable, null);
        }
    }
}
