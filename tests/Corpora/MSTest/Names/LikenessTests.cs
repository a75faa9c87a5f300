namespace Corpus.Names;

/// <summary>Tests that are hard to tell apart.</summary>
[TestClass]
public sealed class LikenessTests
{
    public static IEnumerable<object[]> TwinRows => [[1], [1], [1]];

    [TestMethod]
    public void Differs_in_case() => Assert.IsTrue(true);

    [TestMethod]
    public void differs_in_case() => Assert.Fail("the lower one");

    [TestMethod]
    [Ignore("the upper one")]
    public void DIFFERS_IN_CASE() => Assert.IsTrue(true);

    [TestMethod]
    [DataRow("row")]
    [DataRow("ROW")]
    [DataRow("Row")]
    public void Differs_in_the_case_of_its_rows(string row) => Assert.AreNotEqual("ROW", row);

    [TestMethod]
    [DataRow(1)]
    [DataRow(1)]
    [DataRow(1)]
    public void Has_twin_rows(int row) => Assert.AreEqual(1, row);

    [TestMethod]
    [DynamicData(nameof(TwinRows))]
    public void Has_failing_twin_rows(int row) => Assert.AreEqual(2, row);

    [TestMethod]
    [DataRow(1)]
    [DataRow(1L)]
    [DataRow("1")]
    public void Has_rows_of_equal_text(object row) => Assert.IsInstanceOfType<int>(row);

    [TestMethod]
    public void Is_overloaded() => Assert.IsTrue(true);

    [TestMethod]
    [DataRow(1)]
    public void Is_overloaded(int row) => Assert.AreEqual(1, row);

    [TestMethod]
    [DataRow("1")]
    public void Is_overloaded(string row) => Assert.AreEqual("2", row);

    [TestMethod]
    [DataRow(1)]
    [DataRow("1")]
    [DataRow(1.0)]
    public void Is_generic<T>(T row) => Assert.IsNotInstanceOfType<string>(row);

    [TestMethod]
    public void Starts() => Assert.IsTrue(true);

    [TestMethod]
    public void Starts_alike() => Assert.IsTrue(true);

    [TestMethod]
    public void Starts_alike_and_goes_on() => Assert.IsTrue(true);

    [TestMethod]
    public void 測試_שלום_Ünïcödé() => Assert.IsTrue(true);

    [TestMethod]
    public void @class() => Assert.IsTrue(true);
}

/// <summary>Bears its namespace's last word twice, and a test named as its class is.</summary>
[TestClass]
public sealed class Names
{
    [TestMethod]
    public void Name() => Assert.IsTrue(true);

    [TestMethod]
    public void names() => Assert.IsTrue(true);
}
