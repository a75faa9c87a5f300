namespace Corpus.Names;

/// <summary>Tests that are hard to tell apart.</summary>
public sealed class LikenessTests
{
    private static readonly object[] TwinRows = [1, 1, 1];

    [Test]
    public void Differs_in_case() => Assert.Pass();

    [Test]
    public void differs_in_case() => Assert.Fail("the lower one");

    [Test]
    public void DIFFERS_IN_CASE() => Assert.Ignore("the upper one");

    [TestCase("row")]
    [TestCase("ROW")]
    [TestCase("Row")]
    public void Differs_in_the_case_of_its_rows(string row) => Assert.That(row, Is.Not.EqualTo("ROW"));

    [TestCase(1)]
    [TestCase(1)]
    [TestCase(1)]
    public void Has_twin_rows(int row) => Assert.That(row, Is.EqualTo(1));

    [TestCaseSource(nameof(TwinRows))]
    public void Has_failing_twin_rows(int row) => Assert.That(row, Is.EqualTo(2));

    [TestCase(1)]
    [TestCase(1L)]
    [TestCase("1")]
    public void Has_rows_of_equal_text(object row) => Assert.That(row, Is.TypeOf<int>());

    [Test]
    public void Is_overloaded() => Assert.Pass();

    [TestCase(1)]
    public void Is_overloaded(int row) => Assert.That(row, Is.EqualTo(1));

    [TestCase("1")]
    public void Is_overloaded(string row) => Assert.That(row, Is.EqualTo("2"));

    [TestCase(1)]
    [TestCase("1")]
    [TestCase(1.0)]
    public void Is_generic<T>(T row) => Assert.That(row, Is.Not.TypeOf<string>());

    [TestCase(1, TypeArgs = [typeof(long)])]
    [TestCase(1, TypeArgs = [typeof(double)])]
    public void Is_generic_by_declaration<T>(T row) => Assert.That(row, Is.TypeOf<long>());

    [Test]
    public void Starts() => Assert.Pass();

    [Test]
    public void Starts_alike() => Assert.Pass();

    [Test]
    public void Starts_alike_and_goes_on() => Assert.Pass();

    [Test]
    public void 測試_שלום_Ünïcödé() => Assert.Pass();

    [Test]
    public void @class() => Assert.Pass();
}

/// <summary>Bears its namespace's last word twice, and a test named as its class is.</summary>
public sealed class Names
{
    [Test]
    public void Name() => Assert.Pass();

    [Test]
    public void names() => Assert.Pass();
}

/// <summary>Has the name of another class, and a test that that one has not.</summary>
[TestFixture(TestName = nameof(LikenessTestsTwin))]
public sealed class TwinByGivenName
{
    [Test]
    public void Is_found_under_the_name_of_another() => Assert.Pass();
}

public sealed class LikenessTestsTwin
{
    [Test]
    public void Is_no_other() => Assert.Pass();
}
