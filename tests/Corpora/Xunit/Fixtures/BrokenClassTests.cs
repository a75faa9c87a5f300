namespace Corpus.Fixtures;

public sealed class ThrowingConstructorTests
{
    public ThrowingConstructorTests() => throw new InvalidOperationException("the constructor throws");

    [Fact]
    public void Never_starts() => Assert.True(true);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Never_starts_either(int row) => Assert.Equal(1, row);

    [Fact(Skip = "skipped anyway")]
    public void Is_skipped() => Assert.True(true);
}

public sealed class ThrowingStaticConstructorTests
{
    static ThrowingStaticConstructorTests() => throw new InvalidOperationException("the type cannot be made");

    [Fact]
    public void Never_starts() => Assert.True(true);
}

public sealed class TwoConstructorsTests
{
    public TwoConstructorsTests()
    {
    }

    public TwoConstructorsTests(int number) => _ = number;

    [Fact]
    public void Cannot_be_made() => Assert.True(true);
}

public sealed class UnknownArgumentTests(Version version)
{
    [Fact]
    public void Cannot_be_made() => Assert.NotNull(version);
}

public sealed class ThrowingDisposalTests : IDisposable
{
    [Fact]
    public void Passes_before() => Assert.True(true);

    [Fact]
    public void Fails_before() => Assert.Fail("fails by itself");

    public void Dispose() => throw new InvalidOperationException("the disposal throws");
}

public sealed class ThrowingInitializationTests : IAsyncLifetime
{
    public LifetimeTask InitializeAsync() => throw new InvalidOperationException("the initialization throws");

    public LifetimeTask DisposeAsync() => LifetimeTask.CompletedTask;

    [Fact]
    public void Never_starts() => Assert.True(true);
}

public sealed class ThrowingAsyncDisposalTests : IAsyncLifetime
{
    public LifetimeTask InitializeAsync() => LifetimeTask.CompletedTask;

    public async LifetimeTask DisposeAsync()
    {
        await Task.Yield();
        throw new InvalidOperationException("the asynchronous disposal throws");
    }

    [Fact]
    public void Passes_before() => Assert.True(true);

    [Fact]
    public void Fails_before() => Assert.Fail("fails by itself");
}

public sealed class BeforeAfterTests
{
    [Fact]
    [Throwing(BeforeTest = true)]
    public void Never_starts() => Assert.True(true);

    [Fact]
    [Throwing(AfterTest = true)]
    public void Passes_before() => Assert.True(true);

    [Fact]
    [Throwing(AfterTest = true)]
    public void Fails_before() => Assert.Fail("fails by itself");
}
