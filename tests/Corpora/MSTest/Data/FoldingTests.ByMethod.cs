#if !MSTEST3
namespace Corpus.Data;

public sealed partial class FoldingTests
{
    [TestMethod(UnfoldingStrategy = TestDataSourceUnfoldingStrategy.Fold)]
    [DataRow(1)]
    [DataRow(2)]
    public void Is_folded(int row) => Assert.AreEqual(1, row);

    [TestMethod(UnfoldingStrategy = TestDataSourceUnfoldingStrategy.Fold)]
    [DynamicData(nameof(Rows))]
    public void Is_folded_with_its_source(int row) => Assert.AreNotEqual(2, row);

    [TestMethod(UnfoldingStrategy = TestDataSourceUnfoldingStrategy.Fold)]
    [DynamicData(nameof(HostileRows))]
    public void Is_folded_with_hostile_rows(string row) => Assert.IsNotNull(row);

    [TestMethod(UnfoldingStrategy = TestDataSourceUnfoldingStrategy.Fold)]
    [DataRow(1, DisplayName = "The same name")]
    [DataRow(2, DisplayName = "The same name")]
    public void Is_folded_and_named_alike(int row) => Assert.AreEqual(1, row);
}
#endif
