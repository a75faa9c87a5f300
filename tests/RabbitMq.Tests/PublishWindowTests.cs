using TestFlock.RabbitMq.Publishing;

namespace TestFlock.RabbitMq.Tests;

public sealed class PublishWindowTests
{
    [Fact]
    public async Task EnterAsync_full_by_messages_waits_until_one_leaves()
    {
        var window = new PublishWindow(mostMessages: 2, mostBytes: 1000);
        var first = await window.EnterAsync(1, default);
        await window.EnterAsync(1, default);
        var third = window.EnterAsync(1, default).AsTask();
        third.IsCompleted.ShouldBeFalse();

        first.Dispose();

        await third;
    }

    [Fact]
    public async Task EnterAsync_full_by_bytes_waits_in_order()
    {
        var window = new PublishWindow(mostMessages: 10, mostBytes: 100);
        var first = await window.EnterAsync(90, default);
        var large = window.EnterAsync(50, default).AsTask();
        var small = window.EnterAsync(5, default).AsTask();
        small.IsCompleted.ShouldBeFalse();

        first.Dispose();

        await large;
        await small;
    }

    [Fact]
    public async Task EnterAsync_larger_than_the_window_passes_alone()
    {
        var window = new PublishWindow(mostMessages: 10, mostBytes: 100);

        using (await window.EnterAsync(5000, default))
            window.EnterAsync(1, default).AsTask().IsCompleted.ShouldBeFalse();
    }

    [Fact]
    public async Task EnterAsync_cancelled_leaves_room_for_the_next()
    {
        var window = new PublishWindow(mostMessages: 1, mostBytes: 100);
        var first = await window.EnterAsync(1, default);
        using var cancel = new CancellationTokenSource();
        var cancelled = window.EnterAsync(1, cancel.Token).AsTask();
        var next = window.EnterAsync(1, default).AsTask();

        await cancel.CancelAsync();
        first.Dispose();

        await Should.ThrowAsync<OperationCanceledException>(cancelled);
        await next;
    }

    [Fact]
    public async Task Dispose_twice_gives_back_one_place()
    {
        var window = new PublishWindow(mostMessages: 1, mostBytes: 100);
        var place = await window.EnterAsync(1, default);
        place.Dispose();
        place.Dispose();

        await window.EnterAsync(1, default);

        window.EnterAsync(1, default).AsTask().IsCompleted.ShouldBeFalse();
    }
}
