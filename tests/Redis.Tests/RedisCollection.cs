using TestFlock.Tests.Servers;

namespace TestFlock.Redis.Tests;

/// <summary>Tests that share one Redis; they run one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class RedisCollection : ICollectionFixture<RedisFixture>
{
    public const string Name = "Redis";
}
