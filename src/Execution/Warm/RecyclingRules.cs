namespace TestFlock.Execution.Warm;

/// <summary>
/// When a warm host has served long enough. What tests leave behind (memory, threads, handles, static state) piles up
/// in a process that lives long; a new one costs about half a second of processor time.
/// </summary>
public sealed record RecyclingRules
{
    /// <summary>
    /// How many tests one host runs. Default 10,000: a start is then less than 0.1 ms for each test. The batch that
    /// passes the number is not cut short.
    /// </summary>
    public int MostTests { get; init; } = 10_000;

    /// <summary>How long one host takes batches. Default 30 minutes.</summary>
    public TimeSpan LongestLife { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>
    /// Bytes by which the memory of a host may grow after its first batch. Default 512 MiB: most suites never come
    /// near, and one that leaks is stopped before a machine with many slots begins to swap.
    /// </summary>
    public long MostGrowth { get; init; } = 512L * 1024 * 1024;
}
