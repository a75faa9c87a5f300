using Microsoft.Extensions.Logging.Abstractions;
using TestFlock.Bench.Costs;
using TestFlock.Redis.Overview;

namespace TestFlock.Bench.Fleet;

/// <summary>
/// 2,000 tests of 0.2 s on four real agents with two slots each, in turn undisturbed and while each agent is replaced by
/// one of another name that joins before it drains.
/// </summary>
internal static class RollingRestart
{
    private const int Tests = 2000;
    private const int Agents = 4;

    public static async Task RunAsync(int rounds)
    {
        var suite = await Suite.BuildAsync(
            "Sleepy", native: false, "-p:ClassCount=200");
        var (still, rolling) = (new List<TimeSpan>(), new List<TimeSpan>());
        for (var round = 1; round <= rounds; round++)
        {
            still.Add(await RunOnceAsync(suite, generation: 2 * round, restart: false));
            rolling.Add(await RunOnceAsync(suite, generation: 2 * round + 1, restart: true));
        }

        Figures.Print($"{Tests} tests on {Agents} agents of 2 slots, undisturbed, wall", still);
        Figures.Print("  while each agent is replaced, wall", rolling);
        Figures.PrintRatios("  replaced / undisturbed, wall", [.. rolling.Zip(still, (one, other) => one / other)]);
    }

    /// <exception cref="InvalidOperationException">A test did not pass, or was lost.</exception>
    private static async Task<TimeSpan> RunOnceAsync(string suite, int generation, bool restart)
    {
        // A name of its own: none learns from another.
        var settings = RunSettings.Write($"""
            <TestFlock>
              <Broker>{Servers.RabbitMq.Address}</Broker>
              <Coordination>{Servers.Redis.Address}</Coordination>
              <Suite>generation-{generation}</Suite>
            </TestFlock>
            """);
        var agents = new List<RealAgent>();
        try
        {
            for (var number = 1; number <= Agents; number++)
                agents.Add(await RealAgent.StartAsync($"old-{generation}-{number}"));
            var testing = TestCall.RunAsync(suite, Tests, "--settings", settings);
            if (restart)
            {
                await SlotsAreBusyAsync();
                for (var number = 1; number <= Agents; number++)
                {
                    agents.Add(await RealAgent.StartAsync($"new-{generation}-{number}"));
                    await agents[number - 1].DrainAsync();
                }

                if (testing.IsCompleted)
                    throw new InvalidOperationException("The run ended before the last agent was replaced.");
            }

            return (await testing).Wall;
        }
        finally
        {
            foreach (var agent in agents)
                await agent.DisposeAsync();
        }
    }

    /// <summary>Returns when every slot of the old agents is at work.</summary>
    private static async Task SlotsAreBusyAsync()
    {
        await using var control = await RedisFlockControl.OpenAsync(
            Servers.Redis, Servers.Watcher, TimeProvider.System, NullLoggerFactory.Instance, CancellationToken.None);
        while ((await control.LookAsync(CancellationToken.None)).Work.Count(work => work.What is not null) < 2 * Agents)
            await Task.Delay(TimeSpan.FromSeconds(0.2));
    }
}
