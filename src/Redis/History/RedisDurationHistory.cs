using System.Collections.Concurrent;
using System.Globalization;
using StackExchange.Redis;
using TestFlock.Core.Coordination;
using TestFlock.Core.History;
using TestFlock.Redis.Connecting;
using TestFlock.Redis.Scripts;

namespace TestFlock.Redis.History;

/// <summary>
/// What tests took, where every machine that asks for runs finds it. Tests that have not run for 90 days are let go.
/// </summary>
internal sealed class RedisDurationHistory(RedisConnection connection, TimeProvider time) : IDurationHistory
{
    private const int KeptDays = 90;

    // One call must not keep the server from everybody else.
    private const int TestsOfCall = 500;

    private readonly ConcurrentDictionary<string, IReadOnlyList<TestKey>> _outdated = new(); // by suite, as last read

    public async Task<SuiteDurations> ReadAsync(string suite, CancellationToken cancellationToken)
    {
        var answer = (string[])(await CallAsync(RedisScript.HistoryRead, [suite], cancellationToken))!;
        var tests = new Dictionary<TestKey, RecentDurations>();
        for (var i = 1; i < answer.Length; i += 2)
        {
            if (DurationLine.TryRead(answer[i], out var key, out var recent))
                tests[key] = recent;
        }

        _outdated[suite] =
            [.. tests.Where(t => Today.DayNumber - t.Value.LastRun.DayNumber > KeptDays).Select(t => t.Key)];
        return new SuiteDurations(tests);
    }

    public async Task RecordAsync(
        string suite, IReadOnlyDictionary<TestKey, TimeSpan> run, CancellationToken cancellationToken)
    {
        var changes = run
            .Select(test => (
                Key: test.Key, Text: ((long)test.Value.TotalMicroseconds).ToString(CultureInfo.InvariantCulture)))
            .Concat((_outdated.GetValueOrDefault(suite) ?? []).Where(key => !run.ContainsKey(key))
                .Select(key => (Key: key, Text: "")));
        foreach (var some in changes.Chunk(TestsOfCall))
        {
            RedisValue[] arguments =
            [
                suite,
                Today.ToString("yyyyMMdd", CultureInfo.InvariantCulture),
                RecentDurations.Kept,
                (long)TimeSpan.FromDays(KeptDays).TotalMilliseconds,
                .. some.SelectMany(change => new RedisValue[] { change.Key.ToString(), change.Text }),
            ];
            await CallAsync(RedisScript.HistoryRecord, arguments, cancellationToken);
        }
    }

    private DateOnly Today => DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);

    // Never waits for a server that is away: a run must not end later for its history.
    private async Task<RedisResult> CallAsync(
        RedisScript script, RedisValue[] arguments, CancellationToken cancellationToken)
    {
        try
        {
            return await connection.TryCallAsync(script, arguments, cancellationToken)
                ?? throw new CoordinationException($"{connection.Server} is away.");
        }
        catch (CoordinationException e)
        {
            throw new HistoryException($"The history of durations cannot be reached: {e.Message}", e);
        }
    }
}
