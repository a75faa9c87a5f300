namespace Corpus.Fixtures;

public sealed class FailingSetUpTests
{
    [SetUp]
    public void Fail() => Assert.Fail("the set-up fails");

    [TearDown]
    public void TearDown() => TestContext.Out.WriteLine("torn down all the same");

    [Test]
    public void Never_starts() => Assert.Pass();

    [TestCase(1)]
    [TestCase(2)]
    public void Never_starts_either(int row) => Assert.Pass();
}

public sealed class ThrowingSetUpTests
{
    [SetUp]
    public async Task ThrowAsync()
    {
        await Task.Yield();
        throw new InvalidOperationException("the set-up throws");
    }

    [Test]
    public void Never_starts() => Assert.Pass();
}

public sealed class IgnoringSetUpTests
{
    [SetUp]
    public void Ignore() => Assert.Ignore("ignored by the set-up");

    [Test]
    public void Is_ignored() => Assert.Pass();
}

public sealed class FailingTearDownTests
{
    [TearDown]
    public void Fail() => Assert.Fail("the tear-down fails");

    [Test]
    public void Passes_before() => Assert.Pass("fine so far");

    [Test]
    public void Fails_before() => Assert.Fail("fails by itself");

    [Test]
    [Ignore("ignored before")]
    public void Is_ignored_before() => Assert.Pass();
}

public sealed class ThrowingOneTimeSetUpTests
{
    [OneTimeSetUp]
    public void Throw() => throw new InvalidOperationException("the one-time set-up\nthrows");

    [Test]
    public void Never_starts() => Assert.Pass();

    [TestCase(1)]
    [TestCase("(")]
    public void Never_starts_either(object row) => Assert.Pass();

    [Test]
    [Ignore("ignored anyway")]
    public void Is_ignored() => Assert.Pass();

    [Test]
    [Explicit("explicit anyway")]
    public void Is_explicit() => Assert.Pass();
}

public sealed class IgnoringOneTimeSetUpTests
{
    [OneTimeSetUp]
    public void Ignore() => Assert.Ignore("the whole class is ignored");

    [Test]
    public void Is_ignored() => Assert.Pass();

    [Test]
    public void Is_ignored_too() => Assert.Pass();
}

public sealed class InconclusiveOneTimeSetUpTests
{
    [OneTimeSetUp]
    public void Assume() => NUnit.Framework.Assume.That(1, Is.EqualTo(2), "nothing can be said");

    [Test]
    public void Is_inconclusive() => Assert.Pass();
}

public sealed class WarningOneTimeSetUpTests
{
    [OneTimeSetUp]
    public void Warn() => Assert.Warn("the one-time set-up warns");

    [Test]
    public void Runs_all_the_same() => Assert.Pass();
}
