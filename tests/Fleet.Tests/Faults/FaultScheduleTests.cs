using TestFlock.Contracts;
using TestFlock.Tests.Servers;
using Xunit.Abstractions;

namespace TestFlock.Fleet.Tests.Faults;

/// <summary>
/// No attempt is lost or counted twice, whatever happens to test processes, agents and messages, in both kinds of
/// isolation, embedded and over servers.
/// </summary>
public sealed class FaultScheduleTests(ITestOutputHelper output) : IAsyncLifetime
{
    private readonly PrivateRabbitMq _broker = new();
    private readonly PrivateRedis _redis = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("testflock-faults-").FullName;

    public Task InitializeAsync() => Task.WhenAll(_broker.StartAsync(), _redis.StartAsync());

    public async Task DisposeAsync()
    {
        await _broker.DisposeAsync();
        await _redis.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Theory]
    [InlineData("process")]
    [InlineData("warm")]
    public async Task Nothing_is_lost_or_counted_twice_by_real_test_processes(string isolation)
    {
        var faults = new List<string>();
        await using var servers = new ServersPlace(_broker, _redis);
        IFlockPlace[] places = [new EmbeddedPlace(), servers];
        foreach (var seed in FaultSeeds.Wanted)
        {
            // Enough to look into.
            if (faults.Count > 3)
                break;
            foreach (var place in places)
                faults.AddRange(await RunAsync(seed, Enum.Parse<Isolation>(isolation, ignoreCase: true), place));
        }

        faults.ShouldBeEmpty();
    }

    private async Task<IEnumerable<string>> RunAsync(int seed, Isolation isolation, IFlockPlace place)
    {
        var folder = Path.Combine(_folder, $"{seed}-{isolation}-{place.GetType().Name}");
        var schedule = new FaultSchedule(seed, isolation, folder);
        var run = new FaultedRun(schedule, place, folder);
        var found = await run.RunAsync();
        var name = $"seed {seed}, {isolation}, {place.GetType().Name}";
        output.WriteLine($"{name}: {schedule.Cases.Count} tests, {found.Count} faults"
            + (run.KilledAgent ? ", an agent killed" : ""));
        return found.Select(fault => $"{name}: {fault}");
    }
}
