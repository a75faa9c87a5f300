namespace TestFlock.Bench.Fleet;

/// <summary>What 200 slots cost that have nothing to do.</summary>
internal static class Idle
{
    private const int Agents = 20, SlotsOfAgent = 10;
    private static readonly TimeSpan Watched = TimeSpan.FromSeconds(30);

    public static async Task RunAsync()
    {
        await using var fleet = new SimulatedFleet(new Observations());
        await fleet.StartAsync(Agents, SlotsOfAgent);
        await new SimulatedRun { Name = "first", Tests = 400, Milliseconds = 10 }.RunAsync();
        var watched = new[]
        {
            ("RabbitMQ", ProcessFigures.Of(Servers.RabbitMqProcess)),
            ("Redis", ProcessFigures.Of(Servers.RedisProcess)),
            ("all agents", ProcessFigures.Of(Environment.ProcessId)),
        };
        await Task.Delay(Watched);
        Console.WriteLine($"{Agents} agents with {SlotsOfAgent} idle slots each, for {Watched.TotalSeconds:0} s:");
        foreach (var (name, before) in watched)
            Console.WriteLine($"  {name}: {before.SinceThen().Cpu / Watched:P2} of a core");
    }
}
