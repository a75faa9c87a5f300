/// <summary>Is set up once for the whole assembly: it stands in no namespace.</summary>
[SetUpFixture]
public sealed class AssemblySetUp
{
    public static bool IsDone { get; private set; }

    [OneTimeSetUp]
    public async Task SetUpAsync()
    {
        await Task.Yield();
        TestContext.Progress.WriteLine("the assembly is set up");
        IsDone = true;
    }

    [OneTimeTearDown]
    public void TearDown() => TestContext.Progress.WriteLine("the assembly is torn down");
}

namespace Corpus.Fixtures
{
    public sealed class AssemblySetUpTests
    {
        [Test]
        public void Runs_after_the_set_up_of_the_assembly() => Assert.That(AssemblySetUp.IsDone);
    }
}

namespace Corpus.Fixtures.BrokenNamespace
{
    [SetUpFixture]
    public sealed class BrokenNamespaceSetUp
    {
        [OneTimeSetUp]
        public void SetUp() => throw new InvalidOperationException("the set-up of the namespace throws");
    }

    public sealed class OneTests
    {
        [Test]
        public void Never_starts() => Assert.Pass();
    }

    namespace Below
    {
        public sealed class OtherTests
        {
            [Test]
            public void Never_starts_either() => Assert.Pass();
        }
    }
}

namespace Corpus.Fixtures.BrokenLater
{
    [SetUpFixture]
    public sealed class BrokenLaterSetUp
    {
        [OneTimeTearDown]
        public void TearDown() => throw new InvalidOperationException("the tear-down of the namespace throws");
    }

    public sealed class OneTests
    {
        [Test]
        public void Passed_before() => Assert.Pass();
    }
}
