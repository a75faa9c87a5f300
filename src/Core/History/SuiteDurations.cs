using TestFlock.Contracts;

namespace TestFlock.Core.History;

/// <summary>How long the tests of one suite took in past runs.</summary>
public sealed class SuiteDurations(IReadOnlyDictionary<TestKey, RecentDurations> tests)
{
    // One run may have been a lucky one, two may have been.
    private const int RunsToLearnFrom = 3;

    // Even a test of a millisecond may wait that long for a busy machine.
    private static readonly TimeSpan LeastTimeout = TimeSpan.FromMinutes(1);

    public static SuiteDurations Unknown { get; } = new(new Dictionary<TestKey, RecentDurations>());

    public IReadOnlyDictionary<TestKey, RecentDurations> Tests => tests;

    /// <returns>Null when the test is new.</returns>
    public TimeSpan? Find(TestCase test) =>
        tests.Count > 0 && tests.TryGetValue(TestKey.Of(test), out var recent) ? recent.Expected : null;

    /// <summary>How long a test may execute, by what it took.</summary>
    /// <param name="test">Any test.</param>
    /// <param name="factor">How many times its longest run.</param>
    /// <returns>At least a minute; null when it has not run often enough to tell.</returns>
    public TimeSpan? FindTimeout(TestCase test, int factor)
    {
        if (factor == 0 || !tests.TryGetValue(TestKey.Of(test), out var recent)
            || recent.Durations.Count < RunsToLearnFrom)
            return null;
        var timeout = recent.Durations.Max() * factor;
        return timeout > LeastTimeout ? timeout : LeastTimeout;
    }

    /// <summary>This history and one more run; tests that have not run for long are let go.</summary>
    /// <param name="run">What each test took in it.</param>
    /// <param name="day">The day of the run, in UTC.</param>
    /// <param name="keptDays">After how many days without a run a test is forgotten; at least 1.</param>
    public SuiteDurations With(IReadOnlyDictionary<TestKey, TimeSpan> run, DateOnly day, int keptDays)
    {
        var merged = tests
            .Where(test => day.DayNumber - test.Value.LastRun.DayNumber <= keptDays)
            .ToDictionary();
        foreach (var (key, duration) in run)
        {
            merged[key] = merged.TryGetValue(key, out var recent)
                ? recent.With(duration, day)
                : new RecentDurations([duration], day);
        }

        return new SuiteDurations(merged);
    }
}
