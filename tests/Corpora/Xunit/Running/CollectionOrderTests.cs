namespace Corpus.Running;

/// <summary>Shares what only one may hold at a time: two tests of this collection at once would both fail.</summary>
[CollectionDefinition("one at a time")]
public sealed class OneAtATime
{
    private static int holders;

    public static async Task HoldAsync()
    {
        Assert.Equal(1, Interlocked.Increment(ref holders));
        await Task.Delay(20);
        Interlocked.Decrement(ref holders);
    }
}

[Collection("one at a time")]
public sealed class FirstHolderTests
{
    [Fact]
    public Task Holds_it_first() => OneAtATime.HoldAsync();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public Task Holds_it_in_rows(int row) => OneAtATime.HoldAsync();
}

[Collection("one at a time")]
public sealed class SecondHolderTests
{
    [Fact]
    public Task Holds_it_second() => OneAtATime.HoldAsync();
}
