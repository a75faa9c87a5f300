using System.Diagnostics;
using System.Globalization;

namespace TestFlock.Bench.Fleet;

/// <summary>
/// One run of very many tests that take no time, on 200 slots: what the way through the broker costs. The coordinator
/// has a process of its own.
/// </summary>
internal static class ManyTests
{
    private const int Agents = 20, SlotsOfAgent = 10;

    public static async Task RunAsync(int tests, int testsOfBatch)
    {
        await using var fleet = new SimulatedFleet(new Observations());
        await fleet.StartAsync(Agents, SlotsOfAgent);
        var watched = new[]
        {
            ("RabbitMQ", ProcessFigures.Of(Servers.RabbitMqProcess)),
            ("Redis", ProcessFigures.Of(Servers.RedisProcess)),
            ("all agents", ProcessFigures.Of(Environment.ProcessId)),
        };
        var start = new ProcessStartInfo(Environment.ProcessPath!)
        {
            ArgumentList = { "coordinate", Text(tests), Text(testsOfBatch) },
            RedirectStandardOutput = true,
        };
        if (Path.GetFileNameWithoutExtension(start.FileName) == "dotnet")
            start.ArgumentList.Insert(0, typeof(ManyTests).Assembly.Location);
        using var coordinator = Process.Start(start)!;
        var told = await coordinator.StandardOutput.ReadToEndAsync();
        await coordinator.WaitForExitAsync();
        Console.WriteLine(
            $"{tests:N0} tests on {Agents * SlotsOfAgent} slots, {testsOfBatch} in a batch: {told.Trim()}");
        foreach (var (name, before) in watched)
            Console.WriteLine($"  {name}: {before.SinceThen().Cpu.TotalMicroseconds / tests:0} us of CPU a test");
    }

    /// <summary>In the coordinator's process.</summary>
    public static async Task CoordinateAsync(int tests, int testsOfBatch)
    {
        var run = new SimulatedRun { Name = "many", Tests = tests, Milliseconds = 0, TestsOfBatch = testsOfBatch };
        await run.RunAsync();
        var own = ProcessFigures.Of(Environment.ProcessId);
        Console.WriteLine(
            $"{tests / run.Took.TotalSeconds:0} tests/s ({run.Took.TotalSeconds:0.0} s); coordinator "
            + $"{own.Cpu.TotalMicroseconds / tests:0} us of CPU a test, at most {own.MostMemory / 1024.0 / 1024.0:0} "
            + "MiB");
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
