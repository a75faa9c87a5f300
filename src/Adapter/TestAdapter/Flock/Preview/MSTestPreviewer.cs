using Microsoft.VisualStudio.TestPlatform.ObjectModel;
using Microsoft.VisualStudio.TestPlatform.ObjectModel.Adapter;

namespace TestFlock.TestAdapter.Flock.Preview;

/// <summary>
/// MSTest's run begins with the discovery that its discoverer does too, with the same filter: given the run's context,
/// it finds exactly what the run would execute.
/// </summary>
internal sealed class MSTestPreviewer(ITestDiscoverer discoverer) : IVsPreviewer
{
    public VsPreview Preview(IReadOnlyList<string> sources, IRunContext context, IFrameworkHandle handle)
    {
        var found = new VsDiscoveredTests();
        discoverer.DiscoverTests(sources, context, handle, found);
        return new VsPreview { ToRun = found.TestCases };
    }

    public VsPreview Preview(IReadOnlyList<TestCase> testCases, IRunContext context, IFrameworkHandle handle) =>
        new() { ToRun = testCases };

    public void Cancel()
    {
        // The discoverer cannot be stopped; a discovery takes no longer than it takes.
    }
}
