namespace TestFlock.Acceptance.Tests.Filters;

public sealed class NUnit5FilterTests(NUnit5Filtered suite) : IClassFixture<NUnit5Filtered>
{
    [Theory]
    [MemberData(nameof(FilterExpressions.SomeNUnit), MemberType = typeof(FilterExpressions))]
    public Task The_native_tests_are_selected(string expression) => Selection.ShouldBeNativeAsync(suite, expression);
}

public sealed class NUnit6FilterTests(NUnit6Filtered suite) : IClassFixture<NUnit6Filtered>
{
    [Theory]
    [MemberData(nameof(FilterExpressions.NUnit), MemberType = typeof(FilterExpressions))]
    public Task The_native_tests_are_selected(string expression) => Selection.ShouldBeNativeAsync(suite, expression);

    [Theory]
    [MemberData(nameof(FilterOptions.NUnit), MemberType = typeof(FilterOptions))]
    public Task The_native_tests_are_selected_on_the_command_line(string options) =>
        Selection.ShouldBeNativeOnTheCommandLineAsync(suite, options);
}

public sealed class XunitV2FilterTests(XunitV2Filtered suite) : IClassFixture<XunitV2Filtered>
{
    [Theory]
    [MemberData(nameof(FilterExpressions.Xunit), MemberType = typeof(FilterExpressions))]
    public Task The_native_tests_are_selected(string expression) => Selection.ShouldBeNativeAsync(suite, expression);

    [Theory]
    [MemberData(nameof(FilterOptions.Xunit), MemberType = typeof(FilterOptions))]
    public Task The_native_tests_are_selected_on_the_command_line(string options) =>
        Selection.ShouldBeNativeOnTheCommandLineAsync(suite, options);
}

public sealed class XunitV3FilterTests(XunitV3Filtered suite) : IClassFixture<XunitV3Filtered>
{
    [Theory]
    [MemberData(nameof(FilterExpressions.Some), MemberType = typeof(FilterExpressions))]
    public Task The_native_tests_are_selected(string expression) => Selection.ShouldBeNativeAsync(suite, expression);

    [Theory]
    [MemberData(nameof(FilterOptions.Xunit), MemberType = typeof(FilterOptions))]
    public Task The_native_tests_are_selected_on_the_command_line(string options) =>
        Selection.ShouldBeNativeOnTheCommandLineAsync(suite, options);
}

public sealed class MSTest3FilterTests(MSTest3Filtered suite) : IClassFixture<MSTest3Filtered>
{
    [Theory]
    [MemberData(nameof(FilterExpressions.Some), MemberType = typeof(FilterExpressions))]
    public Task The_native_tests_are_selected(string expression) => Selection.ShouldBeNativeAsync(suite, expression);
}

public sealed class MSTest4FilterTests(MSTest4Filtered suite) : IClassFixture<MSTest4Filtered>
{
    [Theory]
    [MemberData(nameof(FilterExpressions.MSTest), MemberType = typeof(FilterExpressions))]
    public Task The_native_tests_are_selected(string expression) => Selection.ShouldBeNativeAsync(suite, expression);

    [Theory]
    [MemberData(nameof(FilterOptions.MSTest), MemberType = typeof(FilterOptions))]
    public Task The_native_tests_are_selected_on_the_command_line(string options) =>
        Selection.ShouldBeNativeOnTheCommandLineAsync(suite, options);
}
