namespace Corpus.Fixtures;

public sealed class GoodFixture : IAsyncLifetime
{
    public bool IsReady { get; private set; }

    public async Task InitializeAsync()
    {
        await Task.Yield();
        IsReady = true;
    }

    public Task DisposeAsync() => Task.CompletedTask;
}

public sealed class ThrowingFixture
{
    public ThrowingFixture() => throw new InvalidOperationException("the fixture's constructor throws");
}

public sealed class ThrowingInitializationFixture : IAsyncLifetime
{
    public Task InitializeAsync() => throw new InvalidOperationException("the fixture's initialization\nthrows");

    public Task DisposeAsync() => Task.CompletedTask;
}

public sealed class ThrowingDisposalFixture : IDisposable
{
    public void Dispose() => throw new InvalidOperationException("the fixture's disposal throws");
}

public sealed class ThrowingAsyncDisposalFixture : IAsyncLifetime
{
    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        await Task.Yield();
        throw new InvalidOperationException("the fixture's asynchronous disposal throws");
    }
}
