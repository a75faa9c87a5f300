namespace TestFlock.Fleet.Tests.Support;

/// <summary>Two agents with two slots each, for several tests that change nothing of them.</summary>
public sealed class TwoHosts : IAsyncLifetime
{
    public Fleet Fleet { get; } = new();

    public async Task InitializeAsync()
    {
        await Fleet.InitializeAsync();
        await Task.WhenAll(Fleet.StartAgentAsync("host-1"), Fleet.StartAgentAsync("host-2"));
    }

    public Task DisposeAsync() => Fleet.DisposeAsync();
}

/// <summary>The classes that share them, and so run one after the other.</summary>
[CollectionDefinition(nameof(TwoHosts))]
public sealed class TwoHostsDefinition : ICollectionFixture<TwoHosts>;
