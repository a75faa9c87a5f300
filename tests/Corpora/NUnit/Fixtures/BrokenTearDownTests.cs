namespace Corpus.Fixtures;

public sealed class ThrowingOneTimeTearDownTests
{
    [OneTimeTearDown]
    public void Throw() => throw new InvalidOperationException("the one-time tear-down throws");

    [Test]
    public void Passed_before() => Assert.Pass();

    [Test]
    public void Failed_before() => Assert.Fail("failed by itself");
}

public sealed class ThrowingConstructorTests
{
    public ThrowingConstructorTests() => throw new InvalidOperationException("the constructor throws");

    [Test]
    public void Never_starts() => Assert.Pass();

    [TestCase(1)]
    public void Never_starts_either(int row) => Assert.Pass();
}

public sealed class ThrowingStaticConstructorTests
{
    static ThrowingStaticConstructorTests() => throw new InvalidOperationException("the type cannot be made");

    [Test]
    public void Never_starts() => Assert.Pass();
}

public sealed class ThrowingDisposalTests : IDisposable
{
    [Test]
    public void Passed_before() => Assert.Pass();

    public void Dispose() => throw new InvalidOperationException("the disposal throws");
}

public sealed class ThrowingAsyncDisposalTests : IAsyncDisposable
{
    [Test]
    public void Passed_before() => Assert.Pass();

    public async ValueTask DisposeAsync()
    {
        await Task.Yield();
        throw new InvalidOperationException("the asynchronous disposal throws");
    }
}

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class InstancePerTestTests : IDisposable
{
    private int _runs;

    [Test]
    public void Is_alone() => Assert.That(++_runs, Is.EqualTo(1));

    [Test]
    public void Is_alone_too() => Assert.That(++_runs, Is.EqualTo(1));

    [TestCase(1)]
    [TestCase(2)]
    public void Is_disposed_with_trouble(int row) => Assert.That(++_runs, Is.EqualTo(row));

    public void Dispose()
    {
        if (TestContext.CurrentContext.Test.MethodName == nameof(Is_disposed_with_trouble))
            throw new InvalidOperationException("the disposal throws");
    }
}
