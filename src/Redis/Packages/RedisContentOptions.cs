namespace TestFlock.Redis.Packages;

/// <summary>How content is kept in Redis.</summary>
public sealed record RedisContentOptions
{
    /// <summary>
    /// How long content is kept that no run asks for. Default 7 days: a suite that runs every week-night is uploaded
    /// once; longer takes memory for what nobody runs any more.
    /// </summary>
    public TimeSpan KeptFor { get; init; } = TimeSpan.FromDays(7);

    /// <summary>How long a server that is away is waited for. Default 30 s.</summary>
    public TimeSpan LongestOutage { get; init; } = TimeSpan.FromSeconds(30);
}
