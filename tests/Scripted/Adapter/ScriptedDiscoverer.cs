using Microsoft.VisualStudio.TestPlatform.ObjectModel;
using Microsoft.VisualStudio.TestPlatform.ObjectModel.Adapter;
using Microsoft.VisualStudio.TestPlatform.ObjectModel.Logging;

namespace Scripted.Adapter;

/// <summary>There is nothing to discover: each test of the runner makes the cases that it wants.</summary>
[FileExtension(".dll")]
[DefaultExecutorUri(ScriptedExecutor.Uri)]
public sealed class ScriptedDiscoverer : ITestDiscoverer
{
    public void DiscoverTests(
        IEnumerable<string> sources,
        IDiscoveryContext discoveryContext,
        IMessageLogger logger,
        ITestCaseDiscoverySink discoverySink)
    {
    }
}
