namespace Corpus.Names;

/// <summary>Categories and properties that a filter must find, or must not stumble over.</summary>
[TestClass]
[TestCategory("Class category")]
[TestProperty("Place", "the class")]
public sealed class TraitTests
{
    [TestMethod]
    [TestCategory("Method category")]
    [TestCategory("Another one")]
    public void Has_categories() => Assert.IsTrue(true);

    [TestMethod]
    [TestCategory(HostileText.Quotes + HostileText.Pipes)]
    [TestProperty(HostileText.Angles, HostileText.Filter)]
    [Description(HostileText.CarriageReturnLineFeed)]
    [Owner(HostileText.Emoji)]
    public void Has_hostile_traits() => Assert.IsTrue(true);

    [TestMethod]
    [Priority(0)]
    [Owner("Ada")]
    [Description("A description")]
    [WorkItem(42)]
    [GitHubWorkItem("https://example.com/issues/42")]
    [TestProperty("Place", "the method")]
    [TestProperty("Empty", "")]
    public void Has_all_of_them() => Assert.IsTrue(true);

    [TestMethod]
    [Priority(-1)]
    [Owner("")]
    [TestCategory("")]
    public void Has_empty_ones() => Assert.IsTrue(true);

    [TestMethod]
    [TestCategory("Rows")]
    [Priority(1)]
    [DataRow(1)]
    [DataRow(2)]
    public void Has_rows_with_traits(int row) => Assert.AreEqual(1, row);
}
