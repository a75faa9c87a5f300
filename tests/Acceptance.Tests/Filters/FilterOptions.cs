namespace TestFlock.Acceptance.Tests.Filters;

/// <summary>
/// Options of <c>dotnet test</c> that choose tests: expressions as they come through a command line, and the run
/// settings of a framework. Nothing chooses all.
/// </summary>
public static class FilterOptions
{
    private static readonly string[] Common =
    [
        "",
        "--filter FullyQualifiedName~Filtered.Cart",
        "--filter Category=Slow&Category=Daily",
        "--filter TestCategory!=Slow",
        "--filter Owner=Ann",
        @"--filter DisplayName~\(twice\)",
        "--filter (Name=Adds",
    ];

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

    public static TheoryData<string> NUnit => [.. Common, .. NUnitSettings];

    public static TheoryData<string> Xunit => [.. Common, .. XunitSettings];

    public static TheoryData<string> MSTest => [.. Common];
}
