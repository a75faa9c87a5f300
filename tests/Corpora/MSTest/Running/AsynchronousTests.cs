namespace Corpus.Running;

[TestClass]
public sealed class AsynchronousTests
{
    public TestContext TestContext { get; set; }

    [TestMethod]
    public async Task Awaits_a_task()
    {
        await Task.Yield();
        Assert.IsTrue(true);
    }

    [TestMethod]
    public async ValueTask Awaits_a_value_task()
    {
        await Task.Yield();
        Assert.Fail("a value task fails");
    }

    [TestMethod]
    [Timeout(50)]
    public Task Times_out() => Task.Delay(Timeout.Infinite);

    [TestMethod]
    [Timeout(50, CooperativeCancellation = true)]
    public Task Is_cancelled_when_it_times_out() =>
        Task.Delay(Timeout.Infinite, TestContext.CancellationTokenSource.Token);

    [TestMethod]
    [Timeout(60_000)]
    public Task Does_not_time_out() => Task.CompletedTask;

    [TestMethod]
    [Timeout(50)]
    [DataRow(1)]
    [DataRow(2)]
    public Task Times_out_with_its_rows(int row) => Task.Delay(Timeout.Infinite);
}
