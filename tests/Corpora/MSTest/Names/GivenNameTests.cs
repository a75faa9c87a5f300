using System.Reflection;

namespace Corpus.Names;

/// <summary>Names that somebody chose, instead of what the framework would have made of method and arguments.</summary>
[TestClass]
public sealed class GivenNameTests
{
    public static IEnumerable<object[]> Texts => HostileText.All.Select(text => new object[] { text });

    public static IEnumerable<object[]> Numbers => [[1], [2], [3]];

    public static string NameOf(MethodInfo method, object[] row) => (string)row[0];

    public static string NameAlike(MethodInfo method, object[] row) => "The same name";

    public static string NameNothing(MethodInfo method, object[] row) => null;

    public static string NameBadly(MethodInfo method, object[] row) =>
        throw new InvalidOperationException("the naming is broken");

    [TestMethod]
    [DynamicData(nameof(Texts), DynamicDataDisplayName = nameof(NameOf))]
    public void Is_named_by_its_rows(string text) => Assert.IsNotNull(text);

    [TestMethod]
    [DynamicData(nameof(Numbers), DynamicDataDisplayName = nameof(NameAlike))]
    public void Is_named_alike_by_its_rows(int row) => Assert.AreNotEqual(2, row);

    [TestMethod]
    [DynamicData(nameof(Numbers), DynamicDataDisplayName = nameof(NameNothing))]
    public void Is_named_nothing_by_its_rows(int row) => Assert.AreNotEqual(2, row);

    [TestMethod]
    [DynamicData(nameof(Numbers), DynamicDataDisplayName = nameof(NameBadly))]
    public void Is_named_badly_by_its_rows(int row) => Assert.AreNotEqual(2, row);

    [TestMethod]
    [DataRow(1, DisplayName = HostileText.Quotes)]
    [DataRow(2, DisplayName = HostileText.Filter)]
    [DataRow(3, DisplayName = HostileText.CarriageReturnLineFeed)]
    [DataRow(4, DisplayName = HostileText.Empty)]
    [DataRow(5, DisplayName = HostileText.Blanks)]
    [DataRow(6, DisplayName = "{0} of {1}")]
    [DataRow(7, DisplayName = nameof(Bears_its_own_name))]
    [DataRow(8, DisplayName = HostileText.Nul)]
    public void Is_named_by_attributes(int row) => Assert.AreNotEqual(7, row);

#if MSTEST3
    [TestMethod("A test (method|s) \"name\"")]
#else
    [TestMethod(DisplayName = "A test (method|s) \"name\"")]
#endif
    public void Is_named() => Assert.IsTrue(true);

#if MSTEST3
    [TestMethod("A name for rows")]
#else
    [TestMethod(DisplayName = "A name for rows")]
#endif
    [DataRow(1)]
    [DataRow("a|b(")]
    public void Is_named_and_has_rows(object row) => Assert.AreEqual(1, row);

    [TestMethod]
    public void Bears_its_own_name() => Assert.IsTrue(true);
}
