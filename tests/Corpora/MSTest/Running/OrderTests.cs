namespace Corpus.Running;

/// <summary>Each test stands on the one before: alone, or out of order, none but the first passes.</summary>
[TestClass]
[DoNotParallelize]
public sealed class OrderTests
{
    private static int done;

    [TestMethod]
    public void A_is_first() => Assert.AreEqual(1, ++done);

    [TestMethod]
    public void B_is_second() => Assert.AreEqual(2, ++done);

    [TestMethod]
    public void C_is_third() => Assert.AreEqual(3, ++done);
}

/// <summary>Shares what only one may hold at a time: two tests of this class at once would both fail.</summary>
[TestClass]
[DoNotParallelize]
public sealed class DoNotParallelizeTests
{
    private static int holders;

    [TestMethod]
    public Task Holds_it_first() => HoldAsync();

    [TestMethod]
    public Task Holds_it_second() => HoldAsync();

    [TestMethod]
    [DataRow(1)]
    [DataRow(2)]
    public Task Holds_it_in_rows(int row) => HoldAsync();

    private static async Task HoldAsync()
    {
        Assert.AreEqual(1, Interlocked.Increment(ref holders));
        await Task.Delay(20);
        Interlocked.Decrement(ref holders);
    }
}

[TestClass]
public sealed class PartlyParallelTests
{
    [TestMethod]
    [DoNotParallelize]
    public void Runs_alone() => Assert.IsTrue(true);

    [TestMethod]
    public void Runs_beside_others() => Assert.IsTrue(true);
}
