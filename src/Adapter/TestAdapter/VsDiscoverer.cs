using Microsoft.VisualStudio.TestPlatform.ObjectModel.Adapter;
using Microsoft.VisualStudio.TestPlatform.ObjectModel.Logging;

namespace TestFlock.TestAdapter;

/// <summary>
/// Stands where the platform looks for a framework's discoverer, and lets the framework's own one answer.
/// </summary>
internal abstract class VsDiscoverer(VsFramework framework) : ITestDiscoverer
{
    private readonly VsFrameworkAdapters _adapters = new(framework);

    public void DiscoverTests(
        IEnumerable<string> sources,
        IDiscoveryContext discoveryContext,
        IMessageLogger logger,
        ITestCaseDiscoverySink discoverySink)
    {
        // Where the platform has the framework's own discoverer too, answering as well would list every test twice.
        var ours = sources.Where(
            source => !VsAdapterFolder.IsLoadedByPlatform(framework, VsFrameworkAdapters.FolderOf(source)));

        foreach (var (adapter, adapterSources) in _adapters.Group(ours, source => source))
            adapter.Discoverer.DiscoverTests(adapterSources, discoveryContext, logger, discoverySink);
    }
}
