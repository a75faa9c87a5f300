namespace TestFlock.Core.Settings;

/// <summary>How long things may take. All count from the start of what they bound, never from queueing.</summary>
public sealed record TimeoutOptions
{
    /// <summary>The most that any of them may be.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(7);

    /// <summary>
    /// The longest that one test may execute, a millisecond to 7 days; null: no limit. Too short kills slow but good
    /// tests.
    /// </summary>
    public TimeSpan? Test { get; init; }

    /// <summary>
    /// The longest that one batch may execute, a millisecond to 7 days; null: no limit. What had not begun then is run
    /// elsewhere.
    /// </summary>
    public TimeSpan? Batch { get; init; }

    /// <summary>
    /// Where <see cref="Test"/> is null: how many times longer than it ever did in its last runs a test may execute, 0
    /// to 1000; default: 10. 0: no limit is learned. Never less than a minute, and never for a test that has run less
    /// than three times.
    /// </summary>
    public int Learned { get; init; } = 10;

    /// <summary>
    /// How long to look for an agent that can run a test, a millisecond to 7 days; default: 2 minutes.
    /// </summary>
    public TimeSpan Agent { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>
    /// The longest that the run may take, a millisecond to 7 days; null: no limit. What has not ended then is
    /// cancelled.
    /// </summary>
    public TimeSpan? Run { get; init; }
}
