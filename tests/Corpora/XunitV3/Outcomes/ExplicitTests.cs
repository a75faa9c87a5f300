namespace Corpus.Outcomes;

public sealed class ExplicitTests
{
    public static IEnumerable<TheoryDataRow<int>> PartlyExplicit => [new(1) { Explicit = true }, new(2)];

    [Fact(Explicit = true)]
    public void Is_explicit() => Assert.True(true);

    [Fact(Explicit = true)]
    public void Is_explicit_and_would_fail() => Assert.Fail("an explicit test was run");

    [Fact(Explicit = true, Skip = "skipped and explicit")]
    public void Is_explicit_and_skipped() => Assert.Fail("an explicit test was run");

    [Theory(Explicit = true)]
    [InlineData(1)]
    [InlineData(2)]
    public void Is_explicit_with_its_rows(int row) => Assert.Equal(1, row);

    [Theory]
    [InlineData(1, Explicit = true)]
    [InlineData(2)]
    public void Has_an_explicit_row(int row) => Assert.Equal(2, row);

    [Theory]
    [MemberData(nameof(PartlyExplicit))]
    public void Has_an_explicit_row_in_its_source(int row) => Assert.Equal(2, row);
}
