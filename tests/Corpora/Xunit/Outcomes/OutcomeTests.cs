namespace Corpus.Outcomes;

public sealed class OutcomeTests
{
    [Fact]
    public void Passes()
    {
    }

    [Fact]
    public void Fails() => Assert.Fail("failed");

    [Fact]
    public void Fails_without_a_message() => Assert.Fail("");

    [Fact(Skip = "skipped by attribute")]
    public void Is_skipped() => Assert.Fail("runs though it is skipped");

    [Fact(Skip = HostileText.Quotes + HostileText.Control + HostileText.CarriageReturnLineFeed + HostileText.Emoji)]
    public void Is_skipped_with_a_hostile_reason() => Assert.Fail("runs though it is skipped");

    [Fact(Skip = "")]
    public void Is_skipped_for_no_reason() => Assert.Fail("runs though it is skipped");

    [Theory(Skip = "the theory is skipped")]
    [InlineData(1)]
    [InlineData(2)]
    public void Is_skipped_with_its_rows(int row) => Assert.Equal(1, row);

    [Theory]
    [InlineData(1, Skip = "this row is skipped")]
    [InlineData(2)]
    [InlineData(2, Skip = "this one, too")]
    public void Has_skipped_rows(int row) => Assert.Equal(2, row);

    [Theory]
    [MemberData(nameof(Rows.WorstTexts), MemberType = typeof(Rows), Skip = "all rows of the source are skipped")]
    public void Has_a_skipped_source(string row) => Assert.NotNull(row);

    [Fact]
    public void Fails_several_times() => Assert.Multiple(
        () => Assert.Equal(1, 2),
        () => Assert.Equal("a", "b"),
        () => Assert.True(true));

    [Fact]
    public void Compares_texts() => Assert.Equal("first\r\nsecond\tthird", "first\nsecond third");

    [Fact]
    public void Compares_collections() => Assert.Equal([1, 2, 3, 4, 5, 6, 7], new[] { 1, 2, 3, 4, 5, 6, 8 });

    [Fact]
    public void Compares_objects() => Assert.Equivalent(new { A = 1, B = "b" }, new { A = 1, B = "c" });

    [Fact]
    public void Fails_for_one_of_several() => Assert.All([1, 2, 3], item => Assert.NotEqual(2, item));

    [Fact]
    public void Expects_an_exception_that_does_not_come() => Assert.Throws<InvalidOperationException>(() => { });

    [Fact]
    public void Expects_another_exception() =>
        Assert.Throws<ArgumentException>(() => Failures.Throw("plain"));
}
