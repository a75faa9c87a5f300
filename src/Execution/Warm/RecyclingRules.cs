namespace TestFlock.Execution.Warm;

/// <summary>
/// When a warm host has served long enough. What tests leave behind (memory, threads, handles, static state) piles up
/// in a process that lives long; a new one costs about half a second of processor time.
/// </summary>
public sealed record RecyclingRules
{
    /// <summary>
    /// How many tests one host runs. Default 50,000: even of tests that do nothing a run must be long before it renews
    /// a host, perhaps for nothing at its end. The batch that passes the number is not cut short.
    /// </summary>
    public int MostTests { get; init; } = 50_000;

    /// <summary>How long one host takes batches. Default 30 minutes.</summary>
    public TimeSpan LongestLife { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>
    /// Bytes by which the memory of a host may grow after its first batch. Default 512 MiB: most suites never come
    /// near, and one that leaks is stopped before a machine with many slots begins to swap.
    /// </summary>
    public long MostGrowth { get; init; } = 512L * 1024 * 1024;
}
