using TestFlock.Core.Coordination;
using TestFlock.Tests.Conformance;
using TestFlock.Tests.Conformance.Coordination;
using TestFlock.Tests.Servers;

namespace TestFlock.Redis.Tests;

/// <summary>A Redis of its own, since it is stopped, killed and emptied here.</summary>
public sealed class RedisRestartTests : IAsyncLifetime
{
    private readonly PrivateRedis _redis = new();

    private static CancellationToken Soon => new CancellationTokenSource(TimeSpan.FromMinutes(1)).Token;

    public Task InitializeAsync() => _redis.StartAsync();

    public async Task DisposeAsync() => await _redis.DisposeAsync();

    [Theory]
    [InlineData("stopped")]
    [InlineData("stopped for longer than anybody lives")]
    [InlineData("killed")]
    [InlineData("emptied")]
    public async Task Who_tests_goes_on_and_nobody_else_gets_its_right_or_its_capacity(string what)
    {
        var environment = new EnvironmentCapacity("staging", 1);
        var usual = new RedisClients(_redis.Uri);

        // How soon an agent that hears nothing stops by itself is no matter here, however long the restart takes.
        var timings = RedisClients.Quick with { CapacityHeld = TimeSpan.FromMinutes(2) };
        var clients = new RedisClients(_redis.Uri) { Options = usual.Options with { Timings = timings } };
        await using var agent = await RegisterAsync(clients, "host-1");
        await using var other = await RegisterAsync(clients, "host-2");
        await using var run = await OpenAsync(clients, environment);
        await run.AddAsync("", 2, TimeSpan.Zero, Soon);
        await using var lease = await agent.PickAsync(1, Soon);
        var batch = Some.Batch(run.Id).Id;
        await lease.ClaimAsync(batch, Soon);
        var next = other.PickAsync(1, Soon);

        await InterruptAsync(what);
        await run.Registration.SyncAsync("", 1, Soon);
        await KnownAgainAsync(run, "host-1", "host-2");
        var inTime = Soon;
        while (await other.Registration.PeekClaimAsync(run.Id, batch, inTime) != ClaimAnswer.Held)
            await Task.Yield();

        lease.Loss.ShouldBeNull();
        next.IsCompleted.ShouldBeFalse();
        (await other.Registration.FindManifestAsync(run.Id, Soon)).ShouldNotBeNull();
        await lease.FinishAsync(batch, Soon);

        await using var second = await next;
        second.FencingNumber.ShouldBeGreaterThan(lease.FencingNumber);
        (await second.ClaimAsync(batch, Soon)).ShouldBe(ClaimAnswer.Done);
    }

    [Fact]
    public async Task A_server_that_is_away_for_longer_than_anybody_lives_kills_nobody_and_is_told_once()
    {
        var clients = new RedisClients(_redis.Uri);
        await using var agent = await RegisterAsync(clients, "host-1");
        await using var run = await OpenAsync(clients, environment: null);
        await run.AddAsync("", 1, TimeSpan.Zero, Soon);
        await using var lease = await agent.PickAsync(1, Soon);
        var batch = Some.Batch(run.Id).Id;
        await lease.ClaimAsync(batch, Soon);

        await _redis.StopAsync();
        (await clients.Watcher.Told.ReadAsync(Soon)).ShouldBe($"lost Redis at 127.0.0.1:{_redis.Port}");
        (await clients.Watcher.Told.ReadAsync(Soon)).ShouldBe($"lost Redis at 127.0.0.1:{_redis.Port}");
        await Task.Delay(RedisClients.Quick.Alive * 2);
        await _redis.StartAsync();

        (await clients.Watcher.Told.ReadAsync(Soon)).ShouldBe($"back Redis at 127.0.0.1:{_redis.Port}");
        (await clients.Watcher.Told.ReadAsync(Soon)).ShouldBe($"back Redis at 127.0.0.1:{_redis.Port}");
        await lease.FinishAsync(batch, Soon);
        lease.Loss.ShouldBeNull();
        (await agent.Registration.PeekClaimAsync(run.Id, batch, Soon)).ShouldBe(ClaimAnswer.Done);
        clients.Watcher.Told.TryRead(out _).ShouldBeFalse();
    }

    [Fact]
    public async Task Nothing_is_left_of_a_run_that_ended_nor_of_an_agent_that_left()
    {
        var clients = new RedisClients(_redis.Uri);
        using (var raw = await RawRedis.OpenAsync(_redis.Uri))
        {
            await using (var agent = await RegisterAsync(clients, "host-1"))
            await using (var run = await OpenAsync(clients, new EnvironmentCapacity("staging", 5)))
            {
                await run.AddAsync("os=linux", 10, TimeSpan.FromSeconds(3), Soon);
                await using var lease = await agent.PickAsync(1, Soon);
                await lease.ClaimAsync(Some.Batch(run.Id).Id, Soon);
                await using var finished = await agent.PickAsync(2, Soon);
                var batch = Some.Batch(run.Id).Id;
                await finished.ClaimAsync(batch, Soon);
                await finished.FinishAsync(batch, Soon);
            }

            (await raw.FindKeysAsync()).Select(k => k["{testflock}:".Length..])
                .ShouldBe(["clock", "fence", "turn", "reqs", "reqs:last"], ignoreOrder: true);
        }
    }

    private async Task InterruptAsync(string what)
    {
        switch (what)
        {
            case "stopped":
                await _redis.StopAsync();
                await _redis.StartAsync();
                break;
            case "stopped for longer than anybody lives":
                await _redis.StopAsync();
                await Task.Delay(RedisClients.Quick.Alive * 2);
                await _redis.StartAsync();
                break;
            case "killed":
                // What is younger than a second need not be on the disk yet.
                await Task.Delay(TimeSpan.FromSeconds(1.5));
                await _redis.KillAsync();
                await _redis.StartAsync();
                break;
            case "emptied":
                using (var raw = await RawRedis.OpenAsync(_redis.Uri))
                    await raw.ExecuteAsync("FLUSHALL");
                break;
        }
    }

    private static async Task KnownAgainAsync(OpenRun run, params string[] agents)
    {
        var inTime = Soon;
        while (agents.Except((await run.Registration.FindAgentsAsync(inTime)).Select(a => a.Name)).Any())
            await Task.Yield();
    }

    private static async Task<RegisteredAgent> RegisterAsync(RedisClients clients, string name) =>
        await RegisteredAgent.RegisterAsync(await clients.ConnectAgentAsync(), name, new() { ["os"] = "linux" }, Soon);

    private static async Task<OpenRun> OpenAsync(RedisClients clients, EnvironmentCapacity? environment) =>
        await OpenRun.OpenAsync(
        await clients.ConnectRunAsync(),
        new RunShare { Priority = RunPriority.Normal, Environment = environment },
        Soon);
}
