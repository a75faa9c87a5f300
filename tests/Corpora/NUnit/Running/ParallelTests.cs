namespace Corpus.Running;

/// <summary>Shares what only one may hold at a time: two tests of this class at once would both fail.</summary>
[NonParallelizable]
public sealed class NonParallelizableTests
{
    private static int holders;

    [Test]
    public Task Holds_it_first() => HoldAsync();

    [Test]
    public Task Holds_it_second() => HoldAsync();

    [TestCase(1)]
    [TestCase(2)]
    public Task Holds_it_in_rows(int row) => HoldAsync();

    private static async Task HoldAsync()
    {
        Assert.That(Interlocked.Increment(ref holders), Is.EqualTo(1));
        await Task.Delay(20);
        Interlocked.Decrement(ref holders);
    }
}

[Parallelizable(ParallelScope.All)]
public sealed class ParallelizableTests
{
    [TestCase(1)]
    [TestCase(2)]
    [TestCase(3)]
    [TestCase(4)]
    public async Task Runs_beside_its_rows(int row)
    {
        await Task.Delay(20);
        TestContext.Out.WriteLine($"row {row}");
        Assert.That(row, Is.Not.EqualTo(3));
    }
}

[SingleThreaded]
public sealed class SingleThreadedTests
{
    [Test]
    public void Runs_on_one_thread() => Assert.Pass();
}
