#if MSTEST3
namespace Corpus.Data;

/// <remarks>Before version 4 each source said for itself whether it is folded.</remarks>
public sealed partial class FoldingTests
{
    [TestMethod]
    [DataRow(1, UnfoldingStrategy = TestDataSourceUnfoldingStrategy.Fold)]
    [DataRow(2, UnfoldingStrategy = TestDataSourceUnfoldingStrategy.Fold)]
    public void Is_folded(int row) => Assert.AreEqual(1, row);

    [TestMethod]
    [DynamicData(nameof(Rows), UnfoldingStrategy = TestDataSourceUnfoldingStrategy.Fold)]
    public void Is_folded_with_its_source(int row) => Assert.AreNotEqual(2, row);

    [TestMethod]
    [DynamicData(nameof(HostileRows), UnfoldingStrategy = TestDataSourceUnfoldingStrategy.Fold)]
    public void Is_folded_with_hostile_rows(string row) => Assert.IsNotNull(row);

    [TestMethod]
    [DataRow(1, UnfoldingStrategy = TestDataSourceUnfoldingStrategy.Fold, DisplayName = "The same name")]
    [DataRow(2, UnfoldingStrategy = TestDataSourceUnfoldingStrategy.Fold, DisplayName = "The same name")]
    public void Is_folded_and_named_alike(int row) => Assert.AreEqual(1, row);

    [TestMethod]
    [DataRow(1)]
    [DataRow(2, UnfoldingStrategy = TestDataSourceUnfoldingStrategy.Fold)]
    public void Is_folded_in_part(int row) => Assert.AreEqual(1, row);
}
#endif
