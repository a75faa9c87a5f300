namespace Corpus.Outcomes;

[TestClass]
public sealed class OutcomeTests
{
    [TestMethod]
    public void Passes()
    {
    }

    [TestMethod]
    public void Fails() => Assert.Fail("failed");

    [TestMethod]
    public void Fails_without_a_message() => Assert.Fail();

    [TestMethod]
    public void Is_inconclusive() => Assert.Inconclusive("nobody knows");

    [TestMethod]
    public void Is_inconclusive_without_a_message() => Assert.Inconclusive();

    [TestMethod]
    [DynamicData(nameof(Rows.WorstTexts), typeof(Rows))]
    public void Is_inconclusive_with_a_hostile_message(string message) => Assert.Inconclusive(message);

    [TestMethod]
    [Ignore]
    public void Is_ignored() => Assert.Fail("runs though it is ignored");

    [TestMethod]
    [Ignore(HostileText.Quotes + HostileText.Control + HostileText.CarriageReturnLineFeed + HostileText.Emoji)]
    public void Is_ignored_with_a_hostile_reason() => Assert.Fail("runs though it is ignored");

    [TestMethod]
    [Ignore("both rows are ignored")]
    [DataRow(1)]
    [DataRow(2)]
    public void Has_ignored_rows(int row) => Assert.Fail("runs though it is ignored");

    [TestMethod]
    [OSCondition(OperatingSystems.Windows)]
    public void Runs_on_windows_only() => Assert.Fail("runs though it is for Windows");

    [TestMethod]
    [OSCondition(ConditionMode.Exclude, OperatingSystems.Windows)]
    public void Runs_anywhere_but_on_windows() => Assert.IsTrue(true);

    [TestMethod]
    public void Compares_texts() => Assert.AreEqual("first\r\nsecond\tthird", "first\nsecond third");

    [TestMethod]
    public void Compares_collections() => CollectionAssert.AreEqual(new[] { 1, 2, 3 }, new[] { 1, 2, 4 });

    [TestMethod]
    public void Expects_an_exception_that_does_not_come() =>
        Assert.ThrowsExactly<InvalidOperationException>(() => { });

    [TestMethod]
    public void Expects_another_exception() =>
        Assert.ThrowsExactly<ArgumentException>(() => Failures.Throw("plain"));
}

[TestClass]
[Ignore("the class is ignored")]
public sealed class IgnoredTests
{
    [TestMethod]
    public void Is_ignored_with_its_class() => Assert.Fail("runs though it is ignored");

    [TestMethod]
    [DataRow("(|)")]
    public void Is_ignored_with_its_class_and_has_rows(string row) => Assert.Fail("runs though it is ignored");
}
