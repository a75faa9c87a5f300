namespace Corpus.Data;

/// <summary>Rows that say more than their values.</summary>
public sealed class RowMetadataTests
{
    public static IEnumerable<TheoryDataRow<int>> Named =>
        HostileText.Worst.Select((name, row) => new TheoryDataRow<int>(row) { TestDisplayName = name });

    public static IEnumerable<TheoryDataRow<int>> NamedAlike =>
    [
        new(1) { TestDisplayName = "The same name" },
        new(2) { TestDisplayName = "The same name" },
    ];

    public static IEnumerable<TheoryDataRow<int>> Labelled =>
        HostileText.Worst.Select((label, row) => new TheoryDataRow<int>(row) { Label = label });

    public static IEnumerable<TheoryDataRow<int>> Various =>
    [
        new TheoryDataRow<int>(1).WithTrait("Category", "Row category").WithTrait("Row", HostileText.Filter),
        new TheoryDataRow<int>(2) { Skip = "this row is skipped" },
        new TheoryDataRow<int>(3) { Timeout = 60_000 },
    ];

    public static IEnumerable<TheoryDataRow<object>> Unserializable =>
    [
        new(new object()) { TestDisplayName = "An object (first)" },
        new(new object()) { TestDisplayName = "An object (second)", Skip = "the second object is skipped" },
        new(new object()) { TestDisplayName = "An object (third)", Explicit = true },
    ];

    public static MatrixTheoryData<int, string> Matrix => new([1, 2, 3], ["a", HostileText.Quotes]);

    public static async Task<IEnumerable<object[]>> Later()
    {
        await Task.Yield();
        return [[1], [2]];
    }

    public static async IAsyncEnumerable<ITheoryDataRow> Streamed()
    {
        await Task.Yield();
        yield return new TheoryDataRow<int>(1);
        yield return new TheoryDataRow<int>(2);
    }

    public static IEnumerable<(int, string)> Tuples => [(1, "one"), (2, "two")];

    [Theory]
    [MemberData(nameof(Named))]
    public void Has_named_rows(int row) => Assert.NotEqual(3, row);

    [Theory]
    [MemberData(nameof(NamedAlike))]
    public void Has_rows_named_alike(int row) => Assert.Equal(1, row);

    [Theory]
    [MemberData(nameof(Labelled))]
    public void Has_labelled_rows(int row) => Assert.NotEqual(3, row);

    [Theory]
    [MemberData(nameof(Various))]
    public void Has_various_rows(int row) => Assert.NotEqual(3, row);

    [Theory]
    [MemberData(nameof(Unserializable))]
    public void Has_various_rows_that_cannot_be_serialized(object row) => Assert.NotNull(row);

    [Theory]
    [MemberData(nameof(Matrix))]
    public void Has_a_matrix(int number, string text) => Assert.False(number == 2 && text == "a");

    [Theory]
    [MemberData(nameof(Later))]
    public void Has_a_source_that_comes_later(int row) => Assert.Equal(1, row);

    [Theory]
    [MemberData(nameof(Streamed))]
    public void Has_a_source_that_streams(int row) => Assert.Equal(1, row);

    [Theory]
    [MemberData(nameof(Tuples))]
    public void Has_tuples(int number, string text) => Assert.Equal(number == 1, text == "one");

    [Theory]
    [InlineData(1, TestDisplayName = HostileText.Quotes, Label = "ignored")]
    [InlineData(2, Label = HostileText.Pipes)]
    [InlineData(3, Traits = ["Category", "Inline", "Row", "3"])]
    public void Has_named_inline_rows(int row) => Assert.NotEqual(2, row);
}
