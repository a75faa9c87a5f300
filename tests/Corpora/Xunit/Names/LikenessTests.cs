namespace Corpus.Names;

/// <summary>Tests that are hard to tell apart.</summary>
public sealed class LikenessTests
{
    public static IEnumerable<object[]> TwinRows => [[1], [1], [1]];

    public static IEnumerable<object[]> UnserializableTwins => [[new Twin()], [new Twin()]];

    public static IEnumerable<object[]> LongTwins => [[HostileText.Long], [HostileText.LongTwin]];

    [Fact]
    public void Differs_in_case() => Assert.True(true);

    [Fact]
    public void differs_in_case() => Assert.Fail("the lower one");

    [Fact(Skip = "the upper one")]
    public void DIFFERS_IN_CASE() => Assert.True(true);

    [Theory]
    [InlineData("row")]
    [InlineData("ROW")]
    [InlineData("Row")]
    public void Differs_in_the_case_of_its_rows(string row) => Assert.NotEqual("ROW", row);

    [Theory]
    [InlineData(1)]
    [InlineData(1)]
    [InlineData(1)]
    public void Has_twin_rows(int row) => Assert.Equal(1, row);

    [Theory]
    [MemberData(nameof(TwinRows))]
    public void Has_failing_twin_rows(int row) => Assert.Equal(2, row);

    [Theory]
    [MemberData(nameof(UnserializableTwins))]
    public void Has_unserializable_twins(object row) => Assert.IsType<Twin>(row);

    [Theory]
    [MemberData(nameof(LongTwins))]
    public void Has_twins_that_differ_where_nobody_looks(string row) => Assert.Equal(HostileText.Long, row);

    [Theory]
    [InlineData(1)]
    [InlineData(1L)]
    [InlineData("1")]
    public void Has_rows_of_equal_text(object row) => Assert.IsType<int>(row);

    [Theory]
    [InlineData(1)]
    [InlineData("1")]
    [InlineData(1.0)]
    [InlineData(null)]
    public void Is_generic<T>(T row) => Assert.IsNotType<string>(row);

    [Theory]
    [InlineData(1, "a")]
    [InlineData("b", 2)]
    public void Is_generic_twice<TOne, TTwo>(TOne one, TTwo two) => Assert.IsType<int>(one);

    [Fact]
    public void Starts() => Assert.True(true);

    [Fact]
    public void Starts_alike() => Assert.True(true);

    [Fact]
    public void Starts_alike_and_goes_on() => Assert.True(true);

    [Fact]
    public void 測試_שלום_Ünïcödé() => Assert.True(true);

    [Fact]
    public void @class() => Assert.True(true);

    private sealed class Twin;
}

/// <summary>Bears its namespace's last word twice, and a test named as its class is.</summary>
public sealed class Names
{
    [Fact]
    public void Name() => Assert.True(true);

    [Fact]
    public void names() => Assert.True(true);
}
