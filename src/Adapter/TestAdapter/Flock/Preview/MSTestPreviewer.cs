using Microsoft.VisualStudio.TestPlatform.ObjectModel;
using Microsoft.VisualStudio.TestPlatform.ObjectModel.Adapter;

namespace TestFlock.TestAdapter.Flock.Preview;

/// <summary>
/// MSTest's run begins with the discovery that its discoverer does too, with the same filter: given the run's context,
/// it finds exactly what the run would execute.
/// </summary>
internal sealed class MSTestPreviewer(ITestDiscoverer discoverer) : IVsPreviewer
{
    public IReadOnlyList<VsWantedTest> Preview(
        IReadOnlyList<string> sources, IRunContext context, IFrameworkHandle handle)
    {
        var found = new VsDiscoveredTests();
        discoverer.DiscoverTests(sources, context, handle, found);
        return [.. found.TestCases.Select(testCase => new VsWantedTest(testCase))];
    }

    public IReadOnlyList<VsWantedTest> Preview(
        IReadOnlyList<TestCase> testCases, IRunContext context, IFrameworkHandle handle) =>
        [.. testCases.Select(testCase => new VsWantedTest(testCase))];

    public void Cancel()
    {
        // The discoverer cannot be stopped; a discovery takes no longer than it takes.
    }
}
