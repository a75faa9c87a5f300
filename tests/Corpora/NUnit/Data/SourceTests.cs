using System.Collections;

namespace Corpus.Data;

/// <summary>Sources of rows: many, none, broken.</summary>
public sealed class SourceTests
{
    private static IEnumerable<int> Many => Enumerable.Range(0, 300);

    private static IEnumerable<int> Nothing => [];

    private static IEnumerable<int> Null => null;

    private static IEnumerable<int> NotStatic => [1];

    private static IEnumerable<int> Throwing => throw new InvalidOperationException("the source is broken");

    private static IEnumerable<int> ThrowingLater
    {
        get
        {
            yield return 1;
            throw new InvalidOperationException(HostileText.CarriageReturnLineFeed);
        }
    }

    private static IEnumerable<TestCaseData> Results =>
    [
        new TestCaseData(1, 2).Returns(3),
        new TestCaseData(2, 2).Returns(5),
        new TestCaseData(0, 0).Returns(null),
    ];

    private static IEnumerable<object[]> WronglyCounted => [[1], [1, 2], [1, 2, 3]];

    private static IEnumerable<object> WronglyTyped => [1, "two", null];

    private static async IAsyncEnumerable<int> Asynchronous()
    {
        await Task.Yield();
        yield return 1;
        yield return 2;
    }

    private static IEnumerable<int> Counted(int count) => Enumerable.Range(0, count);

    [TestCaseSource(nameof(Many))]
    public void Has_many_rows(int row) => Assert.That(row % 100, Is.Not.EqualTo(99));

    [TestCaseSource(nameof(Nothing))]
    public void Has_no_rows(int row) => Assert.Pass();

    [TestCaseSource(nameof(Null))]
    public void Has_a_source_of_null(int row) => Assert.Pass();

    [TestCaseSource("Missing")]
    public void Has_a_missing_source(int row) => Assert.Pass();

    [TestCaseSource(nameof(Throwing))]
    public void Has_a_source_that_throws(int row) => Assert.Pass();

    [TestCaseSource(nameof(ThrowingLater))]
    public void Has_a_source_that_throws_later(int row) => Assert.Pass();

    [TestCaseSource(nameof(Results))]
    public int? Returns_what_the_row_expects(int one, int other) => one + other;

    [TestCaseSource(nameof(WronglyCounted))]
    public void Takes_two_arguments(int one, int other) => Assert.Pass();

    [TestCaseSource(nameof(WronglyTyped))]
    public void Takes_an_integer(int row) => Assert.Pass();

    [TestCaseSource(nameof(Asynchronous))]
    public void Has_an_asynchronous_source(int row) => Assert.That(row, Is.EqualTo(1));

    [TestCaseSource(nameof(Counted), [2])]
    public void Has_a_source_with_arguments(int row) => Assert.Pass();

    [TestCaseSource(typeof(Rows))]
    public void Has_a_source_class(int row) => Assert.That(row, Is.LessThan(8));

    [TestCaseSource(nameof(Counted), [2])]
    [TestCase(7)]
    public void Has_two_sources(int row) => Assert.Pass();

    [Test]
    public void Lacks_its_arguments(int row) => Assert.Pass();

    private sealed class Rows : IEnumerable
    {
        public IEnumerator GetEnumerator()
        {
            yield return 7;
            yield return new object[] { 8 };
            yield return new TestCaseData(9);
        }
    }
}
