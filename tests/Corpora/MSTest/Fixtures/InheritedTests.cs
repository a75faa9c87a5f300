namespace Corpus.Fixtures;

public abstract class InheritedTests
{
    protected abstract int Number { get; }

    public TestContext TestContext { get; set; }

    protected bool IsReady { get; private set; }

    [TestInitialize]
    public void SetUpInTheBase()
    {
        TestContext.WriteLine("set up in the base");
        IsReady = true;
    }

    [TestCleanup]
    public void CleanUpInTheBase() => TestContext.WriteLine("cleaned up in the base");

    [TestMethod]
    public void Is_inherited() => Assert.AreEqual(1, Number);

    [TestMethod]
    [DataRow(1)]
    [DataRow(2)]
    public void Is_inherited_with_rows(int row) => Assert.AreEqual(Number, row);

    [TestMethod]
    public virtual void Is_overridden() => Assert.Fail("the base's own");

    [TestMethod]
    public void Is_hidden() => Assert.Fail("the base's own");
}

[TestClass]
public sealed class FirstHeirTests : InheritedTests
{
    protected override int Number => 1;

    [TestMethod]
    public override void Is_overridden() => Assert.IsTrue(IsReady);

    [TestMethod]
    public new void Is_hidden() => Assert.IsTrue(IsReady);
}

[TestClass]
public class SecondHeirTests : InheritedTests
{
    protected override int Number => 2;

    [TestInitialize]
    public void SetUpInTheHeir() => TestContext.WriteLine(IsReady ? "set up in the heir" : "set up before the base");
}

[TestClass]
public sealed class GrandchildTests : SecondHeirTests
{
    [TestMethod]
    public void Is_the_grandchilds_own() => Assert.AreEqual(2, Number);
}

[TestClass]
public class ConcreteBaseTests
{
    [TestMethod]
    public void Is_run_in_the_base_and_in_the_heir() => Assert.AreEqual(typeof(ConcreteBaseTests), GetType());
}

[TestClass]
public sealed class ConcreteHeirTests : ConcreteBaseTests;

public abstract class GenericBaseTests<T>
    where T : new()
{
    [TestMethod]
    public void Is_inherited_from_a_generic_base() => Assert.IsNotInstanceOfType<Version>(new T());

    [TestMethod]
    [DataRow(1)]
    public void Is_inherited_with_rows_from_a_generic_base(object row) => Assert.IsNotInstanceOfType<T>(row);
}

[TestClass]
public sealed class VersionTests : GenericBaseTests<Version>;

[TestClass]
public sealed class ObjectTests : GenericBaseTests<object>;
