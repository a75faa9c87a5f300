using System.Reflection;

namespace Corpus.Data;

/// <summary>Rows that stay folded in one case, which then gives a result for each.</summary>
[TestClass]
public sealed partial class FoldingTests
{
    public static IEnumerable<object[]> Rows => [[1], [2], [3]];

    public static IEnumerable<object[]> HostileRows => HostileText.Worst.Select(text => new object[] { text });

    [TestMethod]
    [Numbers]
    public void Has_a_source_of_its_own_kind(int row) => Assert.AreEqual(1, row);
}

[AttributeUsage(AttributeTargets.Method)]
public sealed class NumbersAttribute : Attribute, ITestDataSource
{
    public IEnumerable<object[]> GetData(MethodInfo methodInfo) => [[1], [2]];

    public string GetDisplayName(MethodInfo methodInfo, object[] data) => $"number {data[0]} (of {methodInfo.Name})";
}
