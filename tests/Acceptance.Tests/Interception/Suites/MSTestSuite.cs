using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace Suite;

[TestClass]
public class Plain
{
    public TestContext TestContext { get; set; }

    [AssemblyInitialize]
    public static void BeforeAll(TestContext context) => Console.WriteLine("assembly initialize");

    [AssemblyCleanup]
    public static void AfterAll() => Console.WriteLine("assembly cleanup");

    [TestMethod]
    [TestCategory("Fast")]
    [Priority(3)]
    [TestProperty("Area", "till")]
    public void Passes() => Console.WriteLine("said by a test");

    [TestMethod]
    public void Fails() => Assert.AreEqual(1, 2, "for a reason");

    [TestMethod]
    [Ignore("not today")]
    public void Ignored()
    {
    }

    [TestMethod]
    public void IsInconclusive() => Assert.Inconclusive("who knows");

    [TestMethod]
    public void Attaches()
    {
        var file = Path.Combine(TestContext.TestRunResultsDirectory, "mstest-attachment.txt");
        Directory.CreateDirectory(Path.GetDirectoryName(file));
        File.WriteAllText(file, "attached");
        TestContext.AddResultFile(file);
    }
}

[TestClass]
public class Rows
{
    public static IEnumerable<object[]> Objects() => [[new NotSerializable()], [new NotSerializable()]];

    [TestMethod]
    [DataRow(1)]
    [DataRow(2)]
    public void Row(int number) => Assert.AreNotEqual(3, number);

    [TestMethod]
    [DataRow("same")]
    [DataRow("same")]
    public void EqualRow(string text)
    {
    }

    [TestMethod]
    [DataRow(1, DisplayName = "named")]
    [DataRow(2, DisplayName = "named")]
    public void Named(int number)
    {
    }

    [TestMethod]
    [DataRow("a\"b|c(d)&=~!,\nné")]
    public void Odd(string text)
    {
    }

    [TestMethod]
    [DynamicData(nameof(Objects))]
    public void FromSource(object value)
    {
    }
}

public class NotSerializable
{
    public object Value;

    public override string ToString() => "an object";
}

[TestClass]
[Ignore("the whole class")]
public class IgnoredClass
{
    [TestMethod]
    public void InIt()
    {
    }
}

[TestClass]
public class BrokenClass
{
    [ClassInitialize]
    public static void Break(TestContext context) => throw new InvalidOperationException("broken initialize");

    [TestMethod]
    public void InIt()
    {
    }
}
