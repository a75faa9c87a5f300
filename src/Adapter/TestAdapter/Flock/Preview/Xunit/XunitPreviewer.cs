using Microsoft.VisualStudio.TestPlatform.ObjectModel;
using Microsoft.VisualStudio.TestPlatform.ObjectModel.Adapter;

namespace TestFlock.TestAdapter.Flock.Preview.Xunit;

/// <summary>
/// Discovers without the filter, and applies it as xUnit's executor does: its discoverer filters too, but not by the
/// same rules.
/// </summary>
internal sealed class XunitPreviewer(ITestDiscoverer discoverer, TimeProvider time) : IVsPreviewer
{
    public VsPreview Preview(IReadOnlyList<string> sources, IRunContext context, IFrameworkHandle handle)
    {
        var begun = time.GetTimestamp();
        var found = new VsDiscoveredTests();
        discoverer.DiscoverTests(sources, new VsUnfilteredContext(context), handle, found);

        var log = new XunitLog(handle, time, begun);
        return new VsPreview
        {
            ToRun = [.. found.TestCases.GroupBy(testCase => testCase.Source).SelectMany(Selected)],
            SettingsXml = XunitExplicit.Settle(context, runsExplicitTests: false),
        };

        IEnumerable<TestCase> Selected(IGrouping<string, TestCase> source) =>
            XunitFilter.TryCreate(context, [.. source], log, out var filter) ? source.Where(filter.Matches) : [];
    }

    public VsPreview Preview(IReadOnlyList<TestCase> testCases, IRunContext context, IFrameworkHandle handle) => new()
    {
        ToRun = testCases,
        SettingsXml = XunitExplicit.Settle(context, runsExplicitTests: testCases.All(XunitExplicit.IsExplicit)),
    };

    public void Cancel()
    {
        // The discoverer can be stopped through the executor only, which is another instance.
    }
}
