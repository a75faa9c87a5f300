namespace TestFlock.Redis.Overview;

/// <summary>What a Redis says of itself.</summary>
/// <param name="Time">By its clock, at the moment of the answer.</param>
/// <param name="Facts">The lines of its INFO by name, such as <c>redis_version</c>.</param>
public sealed record RedisServerInfo(DateTimeOffset Time, IReadOnlyDictionary<string, string> Facts)
{
    /// <summary>Such as <c>7.0.15</c>; empty when it does not say.</summary>
    public string Version => Find("redis_version") ?? "";

    /// <summary>Null when the server does not say.</summary>
    public string? Find(string fact) => Facts.GetValueOrDefault(fact);
}
