namespace Corpus.Names;

/// <summary>Categories and properties that a filter must find, or must not stumble over.</summary>
[Category("Class category")]
[Author("Ada", "ada@example.com")]
[Property("Owner", "the class")]
public sealed class TraitTests
{
    private static IEnumerable<TestCaseData> Rows =>
    [
        new TestCaseData(1).SetCategory("Row category"),
        new TestCaseData(2).SetProperty("Row", "property").SetDescription(HostileText.Quotes),
        new TestCaseData(3).Ignore(HostileText.Filter),
        new TestCaseData(4).Explicit("by row"),
    ];

    [Test]
    [Category("Method category")]
    [Category("Another one")]
    public void Has_categories() => Assert.Pass();

    [Test]
    [Category(HostileText.Quotes + HostileText.Pipes + "(=~&)")]
    [Property(HostileText.Angles, HostileText.Filter)]
    [Description(HostileText.LineFeed)]
    public void Has_hostile_traits() => Assert.Pass();

    [Test]
    [Category("Not, allowed")]
    public void Has_a_category_that_is_refused() => Assert.Pass();

    [Test]
    [Property("Number", 1)]
    [Property("Number", 2)]
    [Property("Fraction", 1.5)]
    [Property("Empty", "")]
    [Property("Owner", "the method")]
    [Property("Priority", 0)]
    public void Has_properties() => Assert.Pass();

    [TestCase(1, Category = "Row category,Two of them", Author = "Eve", Description = "A row")]
    [TestCase(2, IgnoreReason = "by attribute")]
    [TestCase(3, Explicit = true, Reason = "by attribute")]
    public void Has_rows_with_traits(int row) => Assert.Pass();

    [TestCaseSource(nameof(Rows))]
    public void Has_sourced_rows_with_traits(int row) => Assert.Pass();
}
