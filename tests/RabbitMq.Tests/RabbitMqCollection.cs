using TestFlock.Tests.Servers;

namespace TestFlock.RabbitMq.Tests;

/// <summary>Tests that share one broker; they run one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class RabbitMqCollection : ICollectionFixture<RabbitMqFixture>
{
    public const string Name = "RabbitMQ";
}
