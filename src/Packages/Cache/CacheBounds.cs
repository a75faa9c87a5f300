namespace TestFlock.Packages.Cache;

/// <summary>What a cache may hold beside what is in use.</summary>
public sealed record CacheBounds
{
    /// <summary>
    /// Bytes of content. Default 10 GB: some hundred versions of a suite of 100 MB, which differ in little.
    /// </summary>
    public long Size { get; init; } = 10L * 1024 * 1024 * 1024;

    /// <summary>How long a package is kept that no run asks for. Default 30 days.</summary>
    public TimeSpan Age { get; init; } = TimeSpan.FromDays(30);
}
