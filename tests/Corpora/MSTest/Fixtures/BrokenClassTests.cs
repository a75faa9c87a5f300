namespace Corpus.Fixtures;

[TestClass]
public sealed class ThrowingConstructorTests
{
    public ThrowingConstructorTests() => throw new InvalidOperationException("the constructor throws");

    [TestMethod]
    public void Never_starts() => Assert.IsTrue(true);

    [TestMethod]
    [DataRow(1)]
    [DataRow(2)]
    public void Never_starts_either(int row) => Assert.AreEqual(1, row);
}

[TestClass]
public sealed class ThrowingStaticConstructorTests
{
    static ThrowingStaticConstructorTests() => throw new InvalidOperationException("the type cannot be made");

    [TestMethod]
    public void Never_starts() => Assert.IsTrue(true);
}

[TestClass]
public sealed class ContextConstructorTests(TestContext context)
{
    [TestMethod]
    public void Has_its_context() => Assert.AreEqual(nameof(Has_its_context), context.TestName);
}

[TestClass]
public sealed class ThrowingInitializeTests
{
    [TestInitialize]
    public void SetUp() => throw new InvalidOperationException("the set-up throws");

    [TestCleanup]
    public void CleanUp() => Console.WriteLine("cleaned up all the same");

    [TestMethod]
    public void Never_starts() => Assert.IsTrue(true);
}

[TestClass]
public sealed class FailingInitializeTests
{
    [TestInitialize]
    public async Task SetUpAsync()
    {
        await Task.Yield();
        Assert.Fail("the set-up fails");
    }

    [TestMethod]
    [DataRow(1)]
    [DataRow(2)]
    public void Never_starts(int row) => Assert.AreEqual(1, row);
}

[TestClass]
public sealed class InconclusiveInitializeTests
{
    [TestInitialize]
    public void SetUp() => Assert.Inconclusive("the set-up cannot tell");

    [TestMethod]
    public void Is_inconclusive() => Assert.IsTrue(true);
}

[TestClass]
public sealed class ThrowingCleanupTests
{
    [TestCleanup]
    public void CleanUp() => throw new InvalidOperationException("the clean-up throws");

    [TestMethod]
    public void Passes_before() => Assert.IsTrue(true);

    [TestMethod]
    public void Fails_before() => Assert.Fail("fails by itself");
}

[TestClass]
public sealed class ThrowingDisposalTests : IDisposable
{
    [TestMethod]
    public void Passes_before() => Assert.IsTrue(true);

    public void Dispose() => throw new InvalidOperationException("the disposal throws");
}

[TestClass]
public sealed class ThrowingAsyncDisposalTests : IAsyncDisposable
{
    [TestMethod]
    public void Passes_before() => Assert.IsTrue(true);

    public async ValueTask DisposeAsync()
    {
        await Task.Yield();
        throw new InvalidOperationException("the asynchronous disposal throws");
    }
}
