namespace TestFlock.Acceptance.Tests.Filters;

/// <summary>What a user could write behind <c>--filter</c>, sense or nonsense.</summary>
public static class FilterExpressions
{
    private static readonly string[] Common =
    [
        "FullyQualifiedName=Filtered.Cart.Adds",
        "FullyQualifiedName=Filtered.Cart",
        "FullyQualifiedName~Filtered.Cart",
        "FullyQualifiedName!=Filtered.Cart.Adds",
        "FullyQualifiedName!~Cart",
        "fullyqualifiedname~CART",
        "FullyQualifiedName~Totals",
        "FullyQualifiedName~Typed",
        @"FullyQualifiedName~Holds\(",
        "Cart.Adds",
        "cart.adds",
        "Name=Adds",
        "Name~dd",
        "DisplayName~Adds",
        "DisplayName!~Holds",
        @"DisplayName~\(twice\)",
        "ClassName=Filtered.Cart",
        "Category=Fast",
        "category=Fast",
        "Category=Slow&Category=Daily",
        "Category!=Slow",
        "TestCategory=Slow",
        "TestCategory=fast",
        "TestCategory!=Slow",
        "TestCategory~low|Priority=1",
        "Priority=1",
        "Priority!=1",
        "Owner=Ann",
        "Colour=red|Colour=blue",
        "Nonsense=1",
        "Nonsense!=1",
        "(Category=Slow|TestCategory=Slow)&FullyQualifiedName~Totals",
        "Category=Manual|TestCategory=Manual",
        "FullyQualifiedName~Holds&FullyQualifiedName!~Sum|FullyQualifiedName~Totals",
        "Category=None",
        // What cannot be read.
        "(Name=Adds",
        "FullyQualifiedName=",
        "Name==Adds",
        "!(Category=Slow)",
        @"Name~a\b",
    ];

    private static readonly string[] NUnitOnly =
    [
        "Name=Cart",
        "Name~dll",
        @"FullyQualifiedName=Filtered.Priced\(1\).Costs",
        "FullyQualifiedName=Filtered.Cart.Holds",
        "FullyQualifiedName=Filtered.Cart.Clears",
        "FullyQualifiedName~Clears|FullyQualifiedName~Adds",
        "FullyQualifiedName~Backstage",
        "TestCategory=Manual",
        "TestCategory=Manual|TestCategory=Slow",
        "FullyQualifiedName~Twins",
    ];

    // One of so many for a second version of a framework, whose adapter hands filters to the platform as the first's.
    private const int Stride = 4;

    public static TheoryData<string> NUnit => [.. Common, .. NUnitOnly];

    public static TheoryData<string> Xunit => [.. Common];

    public static TheoryData<string> MSTest => [.. Common];

    /// <summary>Some of <see cref="NUnit"/>, or all for who sets <c>TESTFLOCK_ALL_FILTERS=1</c>.</summary>
    public static TheoryData<string> SomeNUnit => SomeOf([.. Common, .. NUnitOnly]);

    /// <inheritdoc cref="SomeNUnit"/>
    public static TheoryData<string> Some => SomeOf(Common);

    private static TheoryData<string> SomeOf(string[] all) =>
        Environment.GetEnvironmentVariable("TESTFLOCK_ALL_FILTERS") == "1"
            ? [.. all]
            : [.. all.Where((_, number) => number % Stride == 0)];
}
