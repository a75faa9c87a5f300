using Microsoft.VisualStudio.TestPlatform.ObjectModel;
using Microsoft.VisualStudio.TestPlatform.ObjectModel.Adapter;

namespace TestFlock.TestAdapter.Flock.Preview.Xunit;

/// <summary>
/// Discovers without the filter, and applies it as xUnit's executor does: its discoverer filters too, but not by the
/// same rules.
/// </summary>
internal sealed class XunitPreviewer(ITestDiscoverer discoverer, TimeProvider time) : IVsPreviewer
{
    private const string ExplicitProperty = "XunitTestCaseExplicit";

    public IReadOnlyList<VsWantedTest> Preview(
        IReadOnlyList<string> sources, IRunContext context, IFrameworkHandle handle)
    {
        var begun = time.GetTimestamp();
        var found = new VsDiscoveredTests();
        discoverer.DiscoverTests(sources, new VsUnfilteredContext(context), handle, found);

        var log = new XunitLog(handle, time, begun);
        return Wanted(found.TestCases.GroupBy(testCase => testCase.Source).SelectMany(Selected), handle);

        IEnumerable<TestCase> Selected(IGrouping<string, TestCase> source) =>
            XunitFilter.TryCreate(context, [.. source], log, out var filter) ? source.Where(filter.Matches) : [];
    }

    public IReadOnlyList<VsWantedTest> Preview(
        IReadOnlyList<TestCase> testCases, IRunContext context, IFrameworkHandle handle)
    {
        var runsExplicit = testCases.All(IsExplicit);
        return Wanted(testCases.DistinctBy(testCase => testCase.Id), handle, runsExplicit);
    }

    public void Cancel()
    {
        // The discoverer can be stopped through its executor only, and is then stopped for good.
    }

    private static IReadOnlyList<VsWantedTest> Wanted(
        IEnumerable<TestCase> testCases, IFrameworkHandle handle, bool runsExplicit = false) =>
    [
        .. new XunitUnreported(handle).LeaveOut([.. testCases])
            .Select(testCase => new VsWantedTest(testCase, runsExplicit)),
    ];

    private static bool IsExplicit(TestCase testCase) =>
        TestProperty.Find(ExplicitProperty) is { } property && testCase.GetPropertyValue(property, false);
}
