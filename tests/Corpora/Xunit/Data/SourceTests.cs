using System.Collections;

namespace Corpus.Data;

/// <summary>Sources of rows: many, none, broken.</summary>
public sealed class SourceTests
{
    public static IEnumerable<object[]> Many => Enumerable.Range(0, 300).Select(row => new object[] { row });

    public static IEnumerable<object[]> Nothing => [];

    public static IEnumerable<object[]> Null => null;

    public static IEnumerable<object[]> NullRow => [[1], null];

    public static IEnumerable<object[]> Throwing => throw new InvalidOperationException("the source is broken");

    public static IEnumerable<object[]> ThrowingLater
    {
        get
        {
            yield return [1];
            throw new InvalidOperationException(HostileText.CarriageReturnLineFeed);
        }
    }

    public static IEnumerable<object[]> WronglyCounted => [[1], [1, 2], [1, 2, 3]];

    public static IEnumerable<object[]> WronglyTyped => [[1], ["two"], [null]];

    public static IEnumerable<object[]> Mixed => [[1], [new Unserializable(2)], [3]];

    public static IEnumerable<object[]> Described => [[new Described("(one|\n)")], [new Described("two")]];

    public IEnumerable<object[]> NotStatic => [[1]];

    public static IEnumerable<object[]> Counted(int count) =>
        Enumerable.Range(0, count).Select(row => new object[] { row });

    [Theory]
    [MemberData(nameof(Many))]
    public void Has_many_rows(int row) => Assert.NotEqual(99, row % 100);

    [Theory]
    [MemberData(nameof(Nothing))]
    public void Has_no_rows(int row) => Assert.Equal(1, row);

    [Theory]
    public void Has_no_source(int row) => Assert.Equal(1, row);

    [Theory]
    [MemberData(nameof(Null))]
    public void Has_a_source_of_null(int row) => Assert.Equal(1, row);

    [Theory]
    [MemberData(nameof(NullRow))]
    public void Has_a_null_for_a_row(int row) => Assert.Equal(1, row);

    [Theory]
    [MemberData("Missing")]
    public void Has_a_missing_source(int row) => Assert.Equal(1, row);

    [Theory]
    [MemberData(nameof(NotStatic))]
    public void Has_a_source_that_is_not_static(int row) => Assert.Equal(1, row);

    [Theory]
    [MemberData(nameof(Throwing))]
    public void Has_a_source_that_throws(int row) => Assert.Equal(1, row);

    [Theory]
    [MemberData(nameof(ThrowingLater))]
    public void Has_a_source_that_throws_later(int row) => Assert.Equal(1, row);

    [Theory]
    [MemberData(nameof(WronglyCounted))]
    public void Takes_two_arguments(int one, int other) => Assert.True(one < other);

    [Theory]
    [MemberData(nameof(WronglyTyped))]
    public void Takes_an_integer(int row) => Assert.Equal(1, row);

    [Theory]
    [MemberData(nameof(Mixed))]
    public void Has_a_row_that_cannot_be_serialized(object row) => Assert.NotEqual(3, row);

    [Theory]
    [MemberData(nameof(Described))]
    public void Has_rows_that_serialize_themselves(Described row) => Assert.Equal("two", row.Text);

    [Theory]
    [MemberData(nameof(Many), DisableDiscoveryEnumeration = true)]
    public void Has_many_rows_in_one_case(int row) => Assert.NotEqual(99, row % 100);

    [Theory]
    [MemberData(nameof(Counted), 2)]
    public void Has_a_source_with_arguments(int row) => Assert.Equal(1, row);

    [Theory]
    [ClassData(typeof(RowClass))]
    public void Has_a_source_class(int row) => Assert.Equal(7, row);

    [Theory]
    [Seven]
    [MemberData(nameof(Counted), 2)]
    [InlineData(7)]
    public void Has_three_sources(int row) => Assert.Equal(7, row);

    [Fact]
    public void Lacks_its_arguments(int row) => Assert.Equal(1, row);

    private sealed class RowClass : IEnumerable<object[]>
    {
        public IEnumerator<object[]> GetEnumerator()
        {
            yield return [7];
            yield return [8];
        }

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }

    private sealed class Unserializable(int number)
    {
        public override string ToString() => $"#{number}";
    }
}
