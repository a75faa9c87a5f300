namespace Corpus.Outcomes;

public sealed class FailureTests
{
    [Theory]
    [MemberData(nameof(Rows.FailureNames), MemberType = typeof(Rows))]
    public void Throws(string failure) => Failures.Throw(failure);

    [Theory]
    [MemberData(nameof(Rows.AllTexts), MemberType = typeof(Rows))]
    public void Fails_with_a_message(string message) => Assert.Fail(message);

    [Theory]
    [MemberData(nameof(Rows.WorstTexts), MemberType = typeof(Rows))]
    public void Differs_from(string text) => Assert.Equal("something else", text);

    [Fact]
    public void Fails_deep_in_recursion() => Fall(100);

    [Fact]
    public async Task Fails_after_an_await()
    {
        await Task.Yield();
        Failures.Throw("inner");
    }

    private static void Fall(int depth)
    {
        if (depth == 0)
            Failures.Throw("plain");
        Fall(depth - 1);
    }
}
