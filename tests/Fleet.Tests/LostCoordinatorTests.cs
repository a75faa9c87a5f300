using System.Diagnostics;
using TestFlock.Fleet.Tests.Support;
using TestFlock.Tests.Servers;
using Xunit.Abstractions;

namespace TestFlock.Fleet.Tests;

/// <summary>Whoever asked for the tests is gone.</summary>
public sealed class LostCoordinatorTests(ITestOutputHelper output) : IAsyncLifetime
{
    private readonly Support.Fleet _fleet = new();

    public Task InitializeAsync() => _fleet.InitializeAsync();

    public Task DisposeAsync() => _fleet.DisposeAsync();

    [Fact]
    public async Task The_tests_of_a_killed_coordinator_are_stopped_and_its_agents_take_other_work()
    {
        var agent = await _fleet.StartAgentAsync("host-1");
        var run = _fleet.StartRun(
            FleetSuite.Waiting, new FleetSettings { Seconds = 600, Filter = "FullyQualifiedName~Waits" });
        var begun = await run.Journal.UntilAsync(all => all.Count >= 2);

        var told = await run.ConsoleLineAsync("testflock cancel ");
        var id = told[(told.LastIndexOf(' ') + 1)..];

        ChildProgram.Kill(run.Coordinator);
        var killed = Stopwatch.StartNew();
        await UntilAsync(() => Task.FromResult(begun.All(e => !ProcessFamily.IsAlive(e.Process))));
        output.WriteLine($"Its tests had stopped {killed.Elapsed.TotalSeconds:0.0} s after the kill (promised: 15 s).");

        (await run.EndAsync()).ShouldBe(1, run.Console);
        run.Console.ShouldContain("lost");
        var next = _fleet.StartRun(
            FleetSuite.Waiting, new FleetSettings { Seconds = 1, Filter = "FullyQualifiedName~Waits_0" });
        (await next.EndAsync()).ShouldBe(0, next.Console + agent.Log);
        run.Journal.All.ShouldNotContain(e => e.What == "end");
        using var redis = await RawRedis.OpenAsync(_fleet.Redis.Uri);
        await UntilAsync(
            async () => !(await redis.FindKeysAsync()).Any(key => key.Contains(id, StringComparison.Ordinal)));
    }

    private static async Task UntilAsync(Func<Task<bool>> isSo)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (!await isSo())
            await Task.Delay(TimeSpan.FromMilliseconds(50), limit.Token);
    }
}
