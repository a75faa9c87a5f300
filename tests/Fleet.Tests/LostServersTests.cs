using System.Diagnostics;
using TestFlock.Fleet.Tests.Support;

namespace TestFlock.Fleet.Tests;

/// <summary>Servers are stopped for a while in the middle of a run.</summary>
public sealed class LostServersTests : IAsyncLifetime
{
    private static readonly TimeSpan Outage = TimeSpan.FromSeconds(15);

    private readonly Support.Fleet _fleet = new() { HasNewBroker = true };

    public Task InitializeAsync() => _fleet.InitializeAsync();

    public Task DisposeAsync() => _fleet.DisposeAsync();

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(true, true)]
    public async Task The_run_waits_says_so_and_completes(bool withoutRabbitMq, bool withoutRedis)
    {
        await _fleet.StartAgentAsync("host-1");
        await _fleet.StartAgentAsync("host-2");
        var run = _fleet.StartRun(
            FleetSuite.Waiting, new FleetSettings { Seconds = 3, Filter = "FullyQualifiedName~Waits" });
        await run.Journal.UntilAsync(all => all.Count >= 3);

        await Task.WhenAll(
            withoutRabbitMq ? _fleet.RabbitMq.StopAsync() : Task.CompletedTask,
            withoutRedis ? _fleet.Redis.StopAsync() : Task.CompletedTask);
        await Task.Delay(Outage);
        await Task.WhenAll(
            withoutRabbitMq ? _fleet.RabbitMq.StartAsync() : Task.CompletedTask,
            withoutRedis ? _fleet.Redis.StartAsync() : Task.CompletedTask);

        (await run.EndAsync()).ShouldBe(0, run.Console);
        run.Results.Count.ShouldBe(12, run.Console);
        run.Results.Select(r => r.Name).ShouldBeUnique();
        run.Results.ShouldAllBe(r => r.Outcome == "Passed");
        run.Journal.Begun.Select(e => e.Test).ShouldBeUnique();
        Told(run, "RabbitMQ at").ShouldBe(withoutRabbitMq ? 1 : 0, run.Console);
        Told(run, "Redis at").ShouldBe(withoutRedis ? 1 : 0, run.Console);
    }

    [Fact]
    public async Task An_agent_that_is_told_to_stop_at_once_does_not_wait_for_servers_that_are_gone()
    {
        var leaving = await _fleet.StartAgentAsync("leaving");
        var run = _fleet.StartRun(
            FleetSuite.Waiting,
            new FleetSettings { Isolation = "process", Seconds = 5, Filter = "FullyQualifiedName~Waits_01" });
        var begun = await run.Journal.UntilAsync(all => all.Count == 1);
        using var test = Process.GetProcessById(begun[0].Process);
        await Task.WhenAll(_fleet.RabbitMq.StopAsync(), _fleet.Redis.StopAsync());

        // What it has to hand over, nobody takes any more.
        await test.WaitForExitAsync();
        leaving.Signal(ChildProgram.SigTerm);
        await leaving.LogLineAsync("nothing new is taken");
        leaving.Signal(ChildProgram.SigTerm);

        (await leaving.EndAsync()).ShouldBe(130, leaving.Log);
    }

    private static int Told(FleetRun run, string server) =>
        run.Console.Split('\n').Count(line => line.Contains($"Waiting for {server}", StringComparison.Ordinal));
}
