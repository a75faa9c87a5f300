namespace Corpus.Data;

/// <summary>Sources of rows: many, none, broken.</summary>
[TestClass]
public sealed class SourceTests
{
    public static IEnumerable<object[]> Many => Enumerable.Range(0, 300).Select(row => new object[] { row });

    public static IEnumerable<object[]> Nothing => [];

    public static IEnumerable<object[]> Null => null;

    public static IEnumerable<object[]> NullRow => [[1], null];

    public static IEnumerable<object[]> Throwing => throw new InvalidOperationException("the source is broken");

    public static IEnumerable<object[]> ThrowingLater
    {
        get
        {
            yield return [1];
            throw new InvalidOperationException(HostileText.CarriageReturnLineFeed);
        }
    }

    public static IEnumerable<object[]> WronglyCounted => [[1], [1, 2], [1, 2, 3]];

    public static IEnumerable<object[]> WronglyTyped => [[1], ["two"], [null]];

    public static IEnumerable<object[]> Mixed => [[1], [new Unserializable(2)], [3]];

    public static IEnumerable<(int, string)> Tuples => [(1, "one"), (2, "two")];

    public static IEnumerable<object[]> Made() => [[1], [2]];

    [TestMethod]
    [DynamicData(nameof(Many))]
    public void Has_many_rows(int row) => Assert.AreNotEqual(99, row % 100);

    [TestMethod]
    [DynamicData(nameof(Nothing))]
    public void Has_no_rows(int row) => Assert.AreEqual(1, row);

    [TestMethod]
    [DynamicData(nameof(Null))]
    public void Has_a_source_of_null(int row) => Assert.AreEqual(1, row);

    [TestMethod]
    [DynamicData(nameof(NullRow))]
    public void Has_a_null_for_a_row(int row) => Assert.AreEqual(1, row);

    [TestMethod]
    [DynamicData("Missing")]
    public void Has_a_missing_source(int row) => Assert.AreEqual(1, row);

    [TestMethod]
    [DynamicData(nameof(Throwing))]
    public void Has_a_source_that_throws(int row) => Assert.AreEqual(1, row);

    [TestMethod]
    [DynamicData(nameof(ThrowingLater))]
    public void Has_a_source_that_throws_later(int row) => Assert.AreEqual(1, row);

    [TestMethod]
    [DynamicData(nameof(WronglyCounted))]
    public void Takes_two_arguments(int one, int other) => Assert.IsTrue(one < other);

    [TestMethod]
    [DynamicData(nameof(WronglyTyped))]
    public void Takes_an_integer(int row) => Assert.AreEqual(1, row);

    [TestMethod]
    [DynamicData(nameof(Mixed))]
    public void Has_a_row_that_cannot_be_serialized(object row) => Assert.AreNotEqual(3, row);

    [TestMethod]
    [DynamicData(nameof(Tuples))]
    public void Has_tuples(int number, string text) => Assert.AreEqual(number == 1, text == "one");

    [TestMethod]
    [DynamicData(nameof(Made), DynamicDataSourceType.Method)]
    public void Has_a_method_for_a_source(int row) => Assert.AreEqual(1, row);

    [TestMethod]
    [DynamicData(nameof(Made), DynamicDataSourceType.Method)]
    [DataRow(7)]
    public void Has_two_sources(int row) => Assert.AreNotEqual(2, row);

    [TestMethod]
    public void Lacks_its_arguments(int row) => Assert.AreEqual(1, row);

    [DataRow(1)]
    public void Is_no_test_method(int row) => Assert.Fail("no test at all");

    private sealed class Unserializable(int number)
    {
        public override string ToString() => $"#{number}";
    }
}
