using Microsoft.Extensions.Logging.Abstractions;
using TestFlock.Core.History;
using TestFlock.Redis.Runs;
using TestFlock.Tests.Servers;

namespace TestFlock.Redis.Tests;

[Collection(RedisCollection.Name)]
public sealed class RedisDurationHistoryTests(RedisFixture redis) : IAsyncLifetime
{
    private readonly string _suite = $"shop {Guid.NewGuid():N}";
    private RedisRunCoordination _coordination = null!;

    public async Task InitializeAsync() => _coordination = await RedisRunCoordination.OpenAsync(
        new RedisClients(redis.Server.Uri).Options,
        new RedisClients(redis.Server.Uri).Watcher,
        TimeProvider.System,
        NullLoggerFactory.Instance,
        CancellationToken.None);

    public async Task DisposeAsync() => await _coordination.DisposeAsync();

    [Fact]
    public async Task A_suite_that_never_ran_is_unknown() =>
        (await _coordination.History.ReadAsync(_suite, default)).Tests.ShouldBeEmpty();

    [Fact]
    public async Task The_last_durations_of_a_test_are_kept_oldest_first()
    {
        for (var run = 1; run <= RecentDurations.Kept + 2; run++)
            await RecordAsync((7, run));

        var recent = (await _coordination.History.ReadAsync(_suite, default)).Tests[new TestKey(7)];

        recent.Durations.Select(d => d.TotalMilliseconds).ShouldBe([3, 4, 5, 6, 7]);
        recent.LastRun.ShouldBe(DateOnly.FromDateTime(DateTime.UtcNow));
    }

    [Fact]
    public async Task Runs_that_end_together_all_count_and_a_large_one_is_kept_whole()
    {
        await Task.WhenAll(Enumerable.Range(0, 4).Select(run => RecordAsync(
            [.. Enumerable.Range(0, 1200).Select(test => ((ulong)((run * 1000) + test), 1.0))])));

        (await _coordination.History.ReadAsync(_suite, default)).Tests.Count.ShouldBe(4200);
    }

    [Fact]
    public async Task A_test_that_has_not_run_for_long_is_let_go_and_rubbish_counts_as_unknown()
    {
        using var raw = await RawRedis.OpenAsync(redis.Server.Uri);
        var key = $"{{testflock}}:history:{_suite}";
        await raw.ExecuteAsync("HSET", key, "0000000000000001", "0000000000000001 20200101 5000");
        await raw.ExecuteAsync("HSET", key, "0000000000000002", "rubbish");
        (await _coordination.History.ReadAsync(_suite, default)).Tests.Keys.ShouldBe([new TestKey(1)]);

        await RecordAsync((2, 9));

        (await _coordination.History.ReadAsync(_suite, default)).Tests.Keys.ShouldBe([new TestKey(2)]);
    }

    private Task RecordAsync(params (ulong Test, double Milliseconds)[] run) => _coordination.History.RecordAsync(
        _suite, run.ToDictionary(t => new TestKey(t.Test), t => TimeSpan.FromMilliseconds(t.Milliseconds)), default);
}
