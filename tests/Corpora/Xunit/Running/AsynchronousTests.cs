namespace Corpus.Running;

public sealed class AsynchronousTests
{
    [Fact]
    public async Task Awaits_a_task()
    {
        await Task.Yield();
        Assert.True(true);
    }

    [Fact]
    public async ValueTask Awaits_a_value_task()
    {
        await Task.Yield();
        Assert.Fail("a value task fails");
    }

    [Fact]
    public async void Is_async_void()
    {
        await Task.Yield();
        Assert.Fail("an async void fails");
    }

    [Fact]
    public async Task<int> Returns_a_number_nobody_expects()
    {
        await Task.Yield();
        return 1;
    }

    [Fact(Timeout = 50)]
    public Task Times_out() => Task.Delay(Timeout.Infinite);

    [Fact(Timeout = 60_000)]
    public Task Does_not_time_out() => Task.CompletedTask;

    [Theory(Timeout = 50)]
    [InlineData(1)]
    [InlineData(2)]
    public Task Times_out_with_its_rows(int row) => Task.Delay(Timeout.Infinite);
}
