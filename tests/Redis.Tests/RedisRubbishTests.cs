using TestFlock.Core.Coordination;
using TestFlock.Tests.Conformance;
using TestFlock.Tests.Conformance.Coordination;
using TestFlock.Tests.Servers;

namespace TestFlock.Redis.Tests;

/// <summary>What is in Redis need not be ours: it is left out, logged, and nothing stops.</summary>
[Collection(RedisCollection.Name)]
public sealed class RedisRubbishTests(RedisFixture redis) : IAsyncLifetime
{
    private const string Prefix = "{testflock}:";
    private readonly RecordingLogger _log = new();
    private RawRedis _stranger = null!;

    private static CancellationToken Soon => new CancellationTokenSource(TimeSpan.FromMinutes(1)).Token;

    public async Task InitializeAsync()
    {
        _stranger = await RawRedis.OpenAsync(redis.Server.Uri);
        await _stranger.ExecuteAsync("FLUSHALL");
    }

    public Task DisposeAsync()
    {
        _stranger.Dispose();
        return Task.CompletedTask;
    }

    [Theory]
    [InlineData("")]
    [InlineData("not json")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"protocol":1,"run":"another-run","suite":"s","isolation":"Process","settingsXml":"","workingDirectory":""}""")]
    [InlineData("""{"protocol":99,"needs":99,"run":"RUN","suite":"s","isolation":"Process","settingsXml":"","workingDirectory":""}""")]
    [InlineData("""{"protocol":1,"run":"RUN","suite":null,"isolation":"Process","settingsXml":"","workingDirectory":""}""")]
    public async Task A_manifest_that_is_none_counts_as_no_run(string manifest)
    {
        await using var agent = await RegisterAsync();
        await using var run = await OpenAsync();
        await _stranger.ExecuteAsync(
            "HSET", $"{Prefix}run:{run.Id}", "manifest",
                manifest.Replace("RUN", run.Id.Value, StringComparison.Ordinal));

        (await agent.Registration.FindManifestAsync(run.Id, Soon)).ShouldBeNull();
        (await agent.Registration.FindManifestAsync(run.Id, Soon)).ShouldBeNull();

        _log.Lines.Count(line => line.Contains("manifest of run")).ShouldBe(1);
    }

    [Fact]
    public async Task An_agent_whose_description_cannot_be_read_is_left_out()
    {
        await using var agent = await RegisterAsync();
        await using var run = await OpenAsync();
        await _stranger.ExecuteAsync("ZADD", $"{Prefix}agents", "+inf", "stranger");
        await _stranger.ExecuteAsync("HSET", $"{Prefix}agent:stranger", "description", "{]");

        (await run.Registration.FindAgentsAsync(Soon)).Select(a => a.Name).ShouldBe(["host-7"]);
    }

    [Fact]
    public async Task Requirements_that_cannot_be_read_are_left_to_others()
    {
        await using var agent = await RegisterAsync();
        await using var run = await OpenAsync();
        await run.AddAsync("((((", 1, TimeSpan.Zero, Soon);
        await run.AddAsync("os=linux", 1, TimeSpan.Zero, Soon);

        await using var lease = await agent.PickAsync(1, Soon);

        lease.Queue.Requirements.ShouldBe("os=linux");
    }

    [Fact]
    public async Task A_run_of_a_protocol_that_the_agent_does_not_know_is_left_to_others()
    {
        await using var agent = await RegisterAsync();
        await using var future = await OpenAsync();
        await _stranger.ExecuteAsync("HSET", $"{Prefix}run:{future.Id}", "protocol", "99-99");
        await future.AddAsync("", 1, TimeSpan.Zero, Soon);
        await using var run = await OpenAsync();
        await run.AddAsync("", 1, TimeSpan.Zero, Soon);

        await using var lease = await agent.PickAsync(1, Soon);

        lease.Queue.Run.ShouldBe(run.Id);
    }

    [Fact]
    public async Task Rubbish_on_the_channel_wakes_nobody_for_good()
    {
        await using var agent = await RegisterAsync();
        await using var run = await OpenAsync();
        await run.AddAsync("", 1, TimeSpan.Zero, Soon);
        await using var lease = await agent.PickAsync(1, Soon);
        foreach (
            var rubbish in new[] { "", "gone", "gone ../../x", "stop ", "no such word", new string('x', 100_000),
                "\0" })
            await _stranger.ExecuteAsync("PUBLISH", $"{Prefix}all", rubbish);

        (await lease.ClaimAsync(Some.Batch(run.Id).Id, Soon)).ShouldBe(ClaimAnswer.Granted);
        lease.Loss.ShouldBeNull();
        await run.Registration.StopAsync(Soon);
        var lost = new TaskCompletionSource();
        await using var registration = lease.Lost.Register(() => lost.TrySetResult());
        await lost.Task.WaitAsync(Soon);
    }

    [Fact]
    public async Task Scripts_that_the_server_forgot_are_sent_again()
    {
        await using var agent = await RegisterAsync();
        await using var run = await OpenAsync();
        await run.AddAsync("", 2, TimeSpan.Zero, Soon);
        await using var first = await agent.PickAsync(1, Soon);

        await _stranger.ExecuteAsync("SCRIPT", "FLUSH");

        await using var second = await agent.PickAsync(2, Soon);
        (await second.ClaimAsync(Some.Batch(run.Id).Id, Soon)).ShouldBe(ClaimAnswer.Granted);
    }

    [Fact]
    public async Task A_clock_that_was_set_forward_ends_no_right()
    {
        await using var agent = await RegisterAsync();
        await using var run = await OpenAsync();
        await run.AddAsync("", 1, TimeSpan.Zero, Soon);
        await using var lease = await agent.PickAsync(1, Soon);
        var batch = Some.Batch(run.Id).Id;
        await lease.ClaimAsync(batch, Soon);

        // The server's clock cannot be set here; that of our memory of it can, which is the same to every script.
        foreach (var hours in new[] { -5, 5 })
        {
            var real = (long)await _stranger.ExecuteAsync("HGET", $"{Prefix}clock", "real");
            await _stranger.ExecuteAsync("HSET", $"{Prefix}clock", "real", real + (hours * 3_600_000L));
            (await agent.Registration.PeekClaimAsync(run.Id, batch, Soon)).ShouldBe(ClaimAnswer.Held);
        }

        lease.Loss.ShouldBeNull();
    }

    private async Task<RegisteredAgent> RegisterAsync() => await RegisteredAgent.RegisterAsync(
        await new RedisClients(redis.Server.Uri, _log).ConnectAgentAsync(), "host-7", new() { ["os"] = "linux" }, Soon);

    private async Task<OpenRun> OpenAsync() => await OpenRun.OpenAsync(
        await new RedisClients(
            redis.Server.Uri, _log).ConnectRunAsync(), new RunShare { Priority = RunPriority.Normal }, Soon);
}
