namespace Corpus.Running;

[TestClass]
public sealed class RepetitionTests
{
    [TestMethod]
    [Retry(3)]
    public void Never_passes() => Assert.Fail("failed at every try");

    [TestMethod]
    [Retry(3)]
    public void Passes_at_once() => Assert.IsTrue(true);

    [TestMethod]
    [Retry(2)]
    [DataRow(1)]
    [DataRow(2)]
    public void Has_rows_to_retry(int row) => Assert.AreEqual(1, row);

    [Twice]
    public void Is_run_twice() => Assert.IsTrue(true);

    [Twice]
    public void Is_run_twice_and_fails() => Assert.Fail("fails at each round");

    [Twice]
    [DataRow(1)]
    [DataRow(2)]
    public void Is_run_twice_for_each_row(int row) => Assert.AreEqual(1, row);
}
