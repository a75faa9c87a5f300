namespace Corpus.Fixtures;

public abstract class InheritedTests
{
    protected abstract int Number { get; }

    [OneTimeSetUp]
    public void SetUpOnceInTheBase() => TestContext.Out.WriteLine("once in the base");

    [SetUp]
    public void SetUpInTheBase() => TestContext.Out.WriteLine("set up in the base");

    [Test]
    public void Is_inherited() => Assert.That(Number, Is.EqualTo(1));

    [TestCase(1)]
    [TestCase(2)]
    public void Is_inherited_with_rows(int row) => Assert.That(row, Is.EqualTo(Number));

    [Test]
    public virtual void Is_overridden() => Assert.Fail("the base's own");

    [Test]
    public void Is_hidden() => Assert.Fail("the base's own");
}

public sealed class FirstHeirTests : InheritedTests
{
    protected override int Number => 1;

    [Test]
    public override void Is_overridden() => Assert.Pass();

    [Test]
    public new void Is_hidden() => Assert.Pass();
}

public class SecondHeirTests : InheritedTests
{
    protected override int Number => 2;

    [SetUp]
    public void SetUpInTheHeir() => TestContext.Out.WriteLine("set up in the heir");
}

public sealed class GrandchildTests : SecondHeirTests
{
    [Test]
    public void Is_the_grandchilds_own() => Assert.That(Number, Is.EqualTo(2));
}

public class ConcreteBaseTests
{
    [Test]
    public void Is_run_in_the_base_and_in_the_heir() => Assert.That(GetType(), Is.EqualTo(typeof(ConcreteBaseTests)));
}

public sealed class ConcreteHeirTests : ConcreteBaseTests;
