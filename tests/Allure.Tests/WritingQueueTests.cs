using TestFlock.Allure.Results;
using TestFlock.Allure.Tests.Support;

namespace TestFlock.Allure.Tests;

public sealed class WritingQueueTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task FlushAsync_has_the_writer_begin_with_what_was_added()
    {
        var written = new TaskCompletionSource<int>();
        await using var queue = new WritingQueue(record => written.TrySetResult(record.Ordinal));
        await queue.AddAsync(Record(7), CancellationToken.None);
        await queue.FlushAsync(CancellationToken.None);

        (await written.Task.WaitAsync(Limit)).ShouldBe(7);
    }

    [Fact]
    public async Task AddAsync_many_are_written_without_a_flush()
    {
        var written = new TaskCompletionSource();
        await using var queue = new WritingQueue(_ => written.TrySetResult());
        for (var ordinal = 0; ordinal < 100; ordinal++)
            await queue.AddAsync(Record(ordinal), CancellationToken.None);

        await written.Task.WaitAsync(Limit);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task All_that_was_added_is_written_in_order(bool isCompleted)
    {
        const int More = 3000;
        var written = new List<int>();
        await using (var queue = new WritingQueue(record => written.Add(record.Ordinal)))
        {
            for (var ordinal = 0; ordinal < More; ordinal++)
                await queue.AddAsync(Record(ordinal), CancellationToken.None);
            if (isCompleted)
                await queue.CompleteAsync(CancellationToken.None);
        }

        written.ShouldBe(Enumerable.Range(0, More));
    }

    [Fact]
    public async Task A_failure_to_write_is_thrown_to_who_goes_on_adding_or_completes()
    {
        await using var queue = new WritingQueue(_ => throw new IOException("full"));
        await Should.ThrowAsync<AllureException>(async () =>
        {
            while (true)
                await queue.AddAsync(Record(0), CancellationToken.None);
        });
        await Should.ThrowAsync<AllureException>(() => queue.CompleteAsync(CancellationToken.None));
    }

    private static CaseRecord Record(int ordinal) => new(ordinal, Cases.Of("Shop.CartTests.Adds"));
}
