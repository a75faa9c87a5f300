namespace Corpus.Fixtures;

public sealed class GoodFixture : IAsyncLifetime
{
    public bool IsReady { get; private set; }

    public async LifetimeTask InitializeAsync()
    {
        await Task.Yield();
        IsReady = true;
    }

    public LifetimeTask DisposeAsync() => LifetimeTask.CompletedTask;
}

public sealed class ThrowingFixture
{
    public ThrowingFixture() => throw new InvalidOperationException("the fixture's constructor throws");
}

public sealed class ThrowingInitializationFixture : IAsyncLifetime
{
    public LifetimeTask InitializeAsync() =>
        throw new InvalidOperationException("the fixture's initialization\nthrows");

    public LifetimeTask DisposeAsync() => LifetimeTask.CompletedTask;
}

public sealed class ThrowingDisposalFixture : IDisposable
{
    public void Dispose() => throw new InvalidOperationException("the fixture's disposal throws");
}

public sealed class ThrowingAsyncDisposalFixture : IAsyncLifetime
{
    public LifetimeTask InitializeAsync() => LifetimeTask.CompletedTask;

    public async LifetimeTask DisposeAsync()
    {
        await Task.Yield();
        throw new InvalidOperationException("the fixture's asynchronous disposal throws");
    }
}
