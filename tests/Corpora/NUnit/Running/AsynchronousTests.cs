namespace Corpus.Running;

public sealed class AsynchronousTests
{
    [Test]
    public async Task Awaits_a_task()
    {
        await Task.Yield();
        Assert.Pass();
    }

    [Test]
    public async ValueTask Awaits_a_value_task()
    {
        await Task.Yield();
        Assert.Fail("a value task fails");
    }

    [TestCase(1, ExpectedResult = 2)]
    [TestCase(2, ExpectedResult = 2)]
    public async Task<int> Returns_a_task_of_a_number(int row)
    {
        await Task.Yield();
        return row + 1;
    }

    [Test]
    public async void Is_async_void() => await Task.Yield();

    [Test]
    public int Returns_a_number_nobody_expects() => 1;
}
