using TestFlock.Acceptance.Tests.Support;

namespace TestFlock.Acceptance.Tests.Filters;

public sealed class NUnit5FilterTests(NUnit5Filtered suite) : IClassFixture<NUnit5Filtered>
{
    [Theory]
    [MemberData(nameof(FilterExpressions.ForOtherVersion), MemberType = typeof(FilterExpressions))]
    public Task The_native_tests_are_selected(string options) => Selection.ShouldBeNativeAsync(suite, options);
}

public sealed class NUnit6FilterTests(NUnit6Filtered suite) : IClassFixture<NUnit6Filtered>
{
    [Theory]
    [MemberData(nameof(FilterExpressions.ForNUnit), MemberType = typeof(FilterExpressions))]
    public Task The_native_tests_are_selected(string options) => Selection.ShouldBeNativeAsync(suite, options);
}

public sealed class XunitV2FilterTests(XunitV2Filtered suite) : IClassFixture<XunitV2Filtered>
{
    [Theory]
    [MemberData(nameof(FilterExpressions.ForXunit), MemberType = typeof(FilterExpressions))]
    public Task The_native_tests_are_selected(string options) => Selection.ShouldBeNativeAsync(suite, options);
}

public sealed class XunitV3FilterTests(XunitV3Filtered suite) : IClassFixture<XunitV3Filtered>
{
    [Theory]
    [MemberData(nameof(FilterExpressions.ForOtherVersion), MemberType = typeof(FilterExpressions))]
    public Task The_native_tests_are_selected(string options) => Selection.ShouldBeNativeAsync(suite, options);
}

public sealed class MSTest3FilterTests(MSTest3Filtered suite) : IClassFixture<MSTest3Filtered>
{
    [Theory]
    [MemberData(nameof(FilterExpressions.ForOtherVersion), MemberType = typeof(FilterExpressions))]
    public Task The_native_tests_are_selected(string options) => Selection.ShouldBeNativeAsync(suite, options);
}

public sealed class MSTest4FilterTests(MSTest4Filtered suite) : IClassFixture<MSTest4Filtered>
{
    [Theory]
    [MemberData(nameof(FilterExpressions.ForMSTest), MemberType = typeof(FilterExpressions))]
    public Task The_native_tests_are_selected(string options) => Selection.ShouldBeNativeAsync(suite, options);
}

/// <summary>Which tests a run reports, and what it says of its filter.</summary>
internal static class Selection
{
    private static readonly string[] AboutFilter = ["case filter", "filtering tests", "CaseFilter"];

    public static async Task ShouldBeNativeAsync(FilteredSuite suite, string options)
    {
        var (native, flock) = await suite.RunAsync(options);

        Names(flock).ShouldBe(Names(native), ignoreOrder: true, flock.ToString());
        // The scripted coordinator lets every test pass, which natively not all do.
        if (native.Results.All(result => result.Outcome != "Failed"))
            flock.Command.ExitCode.ShouldBe(native.Command.ExitCode, flock.ToString());
        SaidOfFilter(flock).Select(suite.AsNative).ShouldBe(SaidOfFilter(native));
    }

    private static IEnumerable<string> Names(TestRun run) =>
        run.Results.Select(result => $"{result.FullyQualifiedName} | {result.DisplayName}");

    private static IEnumerable<string> SaidOfFilter(TestRun run) => run.Command.Lines
        .Where(line => AboutFilter.Any(word => line.Contains(word, StringComparison.OrdinalIgnoreCase)))
        .Where(line => !line.TrimStart().StartsWith("at ", StringComparison.Ordinal))
        .Select(WithoutTime);

    private static string WithoutTime(string line) =>
        line.StartsWith("[xUnit.net ", StringComparison.Ordinal) ? line[(line.IndexOf(']') + 1)..] : line;
}
