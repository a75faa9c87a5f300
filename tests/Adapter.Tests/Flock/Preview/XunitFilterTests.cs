using Microsoft.VisualStudio.TestPlatform.ObjectModel;
using Microsoft.VisualStudio.TestPlatform.ObjectModel.Adapter;
using Microsoft.VisualStudio.TestPlatform.ObjectModel.Logging;
using TestFlock.TestAdapter.Flock.Preview.Xunit;
using TestFlock.Testing;

namespace TestFlock.TestAdapter.Tests.Flock.Preview;

public class XunitFilterTests
{
    private readonly RecordingHandle _handle = new();
    private readonly ManualTime _time = new();

    [Fact]
    public void Lookup_gives_both_names_whatever_their_case()
    {
        Value("FullyQualifiedName").ShouldBe("N.T.One");
        Value("fullyqualifiedname").ShouldBe("N.T.One");
        Value("displayname").ShouldBe("the one");
    }

    [Fact]
    public void Lookup_gives_all_values_of_a_trait() => Value("Category").ShouldBe(new[] { "Fast", "Daily" });

    [Theory]
    [InlineData("category")]
    [InlineData("Name")]
    [InlineData("Owner")]
    public void Lookup_of_a_name_that_no_test_of_the_assembly_spells_so_gives_nothing(string name) =>
        Value(name).ShouldBeNull();

    [Fact]
    public void Every_test_passes_when_there_is_no_filter()
    {
        XunitFilter.TryCreate(new FilterContext(null), [Case()], Log, out var filter).ShouldBeTrue();

        filter.Matches(Case()).ShouldBeTrue();
    }

    [Fact]
    public void Filter_that_cannot_be_read_is_told_in_xunit_s_own_form()
    {
        var context = new FilterContext(_ => throw new TestPlatformFormatException("Missing operand"));
        var log = Log;
        _time.Advance(TimeSpan.FromMilliseconds(1230));

        XunitFilter.TryCreate(context, [Case()], log, out _).ShouldBeFalse();

        _handle.Messages.ShouldBe([
            (TestMessageLevel.Warning, "[xUnit.net 00:00:01.23] Suite: Exception filtering tests: Missing operand"),
        ]);
    }

    private XunitLog Log => new(_handle, _time, _time.GetTimestamp());

    // The expression asks for the property's value, as the platform's does.
    private object? Value(string property)
    {
        object? value = null;
        var expression = new Expression(lookup => value = lookup(property));
        XunitFilter.TryCreate(new FilterContext(_ => expression), [Case()], Log, out var filter).ShouldBeTrue();
        filter.Matches(Case());
        return value;
    }

    private static TestCase Case()
    {
        var testCase = new TestCase("N.T.One", new Uri("executor://x"), "/out/Suite.dll") { DisplayName = "the one" };
        testCase.Traits.Add("Category", "Fast");
        testCase.Traits.Add("Category", "Daily");
        return testCase;
    }

    private sealed class Expression(Action<Func<string, object?>> ask) : ITestCaseFilterExpression
    {
        public string TestCaseFilterValue => "";

        public bool MatchTestCase(TestCase testCase, Func<string, object?> propertyValueProvider)
        {
            ask(propertyValueProvider);
            return true;
        }
    }

    private sealed class FilterContext(Func<IEnumerable<string>?, ITestCaseFilterExpression?>? filter) : IRunContext
    {
        public IRunSettings? RunSettings => null;

        public bool KeepAlive => false;

        public bool InIsolation => false;

        public bool IsDataCollectionEnabled => false;

        public bool IsBeingDebugged => false;

        public string? TestRunDirectory => null;

        public string? SolutionDirectory => null;

        public ITestCaseFilterExpression? GetTestCaseFilter(
            IEnumerable<string>? supportedProperties, Func<string, TestProperty?> propertyProvider) =>
            filter?.Invoke(supportedProperties);
    }
}
