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

    /// <summary>Run settings in place of an expression.</summary>
    private static readonly string[] NUnitSettings =
    [
        "-- NUnit.Where=cat==Slow",
        "-- NUnit.Where=test=~Cart",
        "-- NUnit.Where=cat==Manual",
        "-- NUnit.AssemblySelectLimit=2 NUnit.Where=test=~Cart",
        "-- NUnit.ExplicitMode=None",
        "-- NUnit.DiscoveryMethod=Legacy",
        "--filter Name=Adds -- NUnit.UseNUnitFilter=false",
        "--filter TestCategory=Manual -- NUnit.UseNUnitFilter=false",
        "--filter TestCategory!=Slow -- NUnit.ExplicitMode=None",
    ];

    private static readonly string[] XunitSettings = ["-- xUnit.Explicit=on", "-- xUnit.MethodDisplay=method"];

    /// <summary>Those of them that another version of an adapter must be seen to read alike.</summary>
    private static readonly string[] Few =
    [
        "FullyQualifiedName~Filtered.Cart", "Name~dd", "Category=Fast", "TestCategory!=Slow", "Priority=1", "Owner=Ann", "Nonsense!=1",
        "(Name=Adds", "FullyQualifiedName~Clears", "TestCategory=Manual",
    ];

    public static TheoryData<string> ForNUnit => [.. Common.Concat(NUnitOnly).Select(Filter), .. NUnitSettings, ""];

    public static TheoryData<string> ForXunit => [.. Common.Select(Filter), .. XunitSettings, ""];

    public static TheoryData<string> ForMSTest => [.. Common.Select(Filter), ""];

    public static TheoryData<string> ForOtherVersion => [.. Few.Select(Filter), ""];

    private static string Filter(string expression) => "--filter " + expression;
}
