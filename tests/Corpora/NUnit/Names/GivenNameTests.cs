namespace Corpus.Names;

/// <summary>Names that somebody chose, instead of what the framework would have made of method and arguments.</summary>
public sealed class GivenNameTests
{
    private static IEnumerable<TestCaseData> Named =>
        HostileText.Constants.Select(name => new TestCaseData(name.Length).SetName(name));

    private static IEnumerable<TestCaseData> NamedAlike =>
    [
        new TestCaseData(1).SetName("The same name"),
        new TestCaseData(2).SetName("The same name"),
        new TestCaseData(3).SetName("the same name"),
        new TestCaseData(4).SetName("The same name "),
    ];

    private static IEnumerable<TestCaseData> NamedLikeAnother =>
    [
        new TestCaseData(1).SetName(nameof(Bears_its_own_name)),
        new TestCaseData(2).SetName("Corpus.Names.GivenNameTests.Bears_its_own_name"),
        new TestCaseData(3).SetName("Elsewhere.OtherTests.OtherTest"),
        new TestCaseData(4).SetName("Has_named_arguments(1)"),
    ];

    private static IEnumerable<TestCaseData> Patterned =>
    [
        new TestCaseData(1, "a").SetName("{m}"),
        new TestCaseData(1, "a").SetName("{m}{a}"),
        new TestCaseData(1, "a").SetName("{c}.{m} of {n}: {0} and {1}, {2}"),
        new TestCaseData(1, HostileText.Quotes).SetName("{m}<{a}>"),
        new TestCaseData(1, HostileText.Long).SetName("{m}{1:20}"),
    ];

    private static IEnumerable<TestCaseData> ArgumentNames =>
        HostileText.Constants.Take(10).Select(name => new TestCaseData(name.Length).SetArgDisplayNames(name));

    [TestCaseSource(nameof(Named))]
    public void Is_named_by_its_rows(int length) => Assert.That(length, Is.Not.Negative);

    [TestCaseSource(nameof(NamedAlike))]
    public void Is_named_alike_by_its_rows(int row) => Assert.That(row, Is.Not.EqualTo(2));

    [TestCaseSource(nameof(NamedLikeAnother))]
    public void Is_named_as_another_is(int row) => Assert.That(row, Is.Not.EqualTo(2));

    [TestCaseSource(nameof(Patterned))]
    public void Is_named_by_a_pattern(int number, string text) => Assert.That(number, Is.EqualTo(1));

    [TestCaseSource(nameof(ArgumentNames))]
    public void Has_named_arguments(int length) => Assert.That(length, Is.Positive);

    [Test]
    public void Bears_its_own_name() => Assert.Pass();

    [TestCase(1, TestName = HostileText.Quotes)]
    [TestCase(2, TestName = HostileText.Filter)]
    [TestCase(3, TestName = "Nested.Dots.In(a.b).Name")]
    [TestCase(4, TestName = "")]
    [TestCase(5, TestName = null)]
    public void Is_named_by_attributes(int row) => Assert.That(row, Is.Positive);
}
