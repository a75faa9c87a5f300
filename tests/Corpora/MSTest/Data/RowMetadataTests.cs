namespace Corpus.Data;

/// <summary>Rows that say more than their values.</summary>
[TestClass]
public sealed class RowMetadataTests
{
    public static IEnumerable<object[]> Rows => [[1], [2]];

    [TestMethod]
    [DataRow(1, IgnoreMessage = "this row is ignored")]
    [DataRow(2)]
    public void Has_an_ignored_row(int row) => Assert.AreEqual(2, row);

    [TestMethod]
    [DataRow(1, IgnoreMessage = "the first row is ignored")]
    [DataRow(2, IgnoreMessage = "the second row is ignored")]
    public void Has_ignored_rows_only(int row) => Assert.Fail("runs though it is ignored");

    [TestMethod]
    [DynamicData(nameof(Rows), IgnoreMessage = "the source is ignored")]
    public void Has_an_ignored_source(int row) => Assert.Fail("runs though it is ignored");

#if !MSTEST3
    // Before version 4 a row that is ignored takes those after it along.
    public static IEnumerable<TestDataRow<int>> Various =>
    [
        new(1) { DisplayName = "The first row (of | them)" },
        new(2) { IgnoreMessage = "this row is ignored" },
        new(3),
    ];

    public static IEnumerable<TestDataRow<int>> Categorized =>
    [
        new(1) { TestCategories = ["Row category", HostileText.Quotes] },
        new(2),
    ];

    [TestMethod]
    [DynamicData(nameof(Categorized))]
    public void Has_rows_with_categories(int row) => Assert.AreEqual(1, row);

    [TestMethod]
    [DynamicData(nameof(Various))]
    public void Has_various_rows(int row) => Assert.AreNotEqual(3, row);
#endif
}
