namespace Corpus.Fixtures;

/// <summary>Has one test: what happens once in a class is told of whichever test is first or last.</summary>
[TestClass]
public sealed class WritingClassInitializeTests
{
    [ClassInitialize]
    public static void SetUp(TestContext context)
    {
        Console.WriteLine("standard output of the class's set-up");
        context.WriteLine("the context's output of the class's set-up");
    }

    [ClassCleanup]
    public static void CleanUp() => Console.WriteLine("standard output of the class's clean-up");

    [TestMethod]
    public void Passes() => Assert.IsTrue(true);
}

[TestClass]
public sealed class ThrowingClassInitializeTests
{
    [ClassInitialize]
    public static void SetUp(TestContext context) =>
        throw new InvalidOperationException("the class's set-up\nthrows");

    [TestMethod]
    public void Never_starts() => Assert.IsTrue(true);

    [TestMethod]
    [DataRow(1)]
    [DataRow("(")]
    public void Never_starts_either(object row) => Assert.AreEqual(1, row);

    [TestMethod]
    [Ignore("ignored anyway")]
    public void Is_ignored() => Assert.IsTrue(true);
}

[TestClass]
public sealed class InconclusiveClassInitializeTests
{
    [ClassInitialize]
    public static void SetUp(TestContext context) => Assert.Inconclusive("the class cannot tell");

    [TestMethod]
    public void Is_inconclusive() => Assert.IsTrue(true);
}

[TestClass]
public sealed class ThrowingClassCleanupTests
{
    [ClassCleanup]
    public static void CleanUp() => throw new InvalidOperationException("the class's clean-up throws");

    [TestMethod]
    public void Passed_before() => Assert.IsTrue(true);
}

[TestClass]
public sealed class FailingTestAndClassCleanupTests
{
    [ClassCleanup]
    public static void CleanUp() => throw new InvalidOperationException("the class's clean-up throws");

    [TestMethod]
    public void Failed_before() => Assert.Fail("failed by itself");
}

public abstract class InheritedClassInitializeTests
{
    private static readonly HashSet<string> SetUpFor = [];

    [ClassInitialize(InheritanceBehavior.BeforeEachDerivedClass)]
    public static void SetUp(TestContext context)
    {
        lock (SetUpFor)
            SetUpFor.Add(context.FullyQualifiedTestClassName);
    }

    [TestMethod]
    public void Is_set_up_by_the_base()
    {
        lock (SetUpFor)
            Assert.IsTrue(SetUpFor.Contains(GetType().FullName));
    }
}

[TestClass]
public sealed class FirstInitializedHeirTests : InheritedClassInitializeTests;

[TestClass]
public sealed class SecondInitializedHeirTests : InheritedClassInitializeTests;

public abstract class ThrowingInheritedClassInitializeTests
{
    [ClassInitialize(InheritanceBehavior.BeforeEachDerivedClass)]
    public static void SetUp(TestContext context) => throw new InvalidOperationException("the base's set-up throws");

    [TestMethod]
    public void Never_starts() => Assert.IsTrue(true);
}

[TestClass]
public sealed class FirstBrokenHeirTests : ThrowingInheritedClassInitializeTests;

[TestClass]
public sealed class SecondBrokenHeirTests : ThrowingInheritedClassInitializeTests;
