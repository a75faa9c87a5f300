using Microsoft.VisualStudio.TestPlatform.ObjectModel.Adapter;

namespace TestFlock.TestAdapter.Flock.Preview;

/// <summary>
/// A context without a filter: for discoverers that would apply it, but by other rules than their executors.
/// </summary>
internal sealed class VsUnfilteredContext(IDiscoveryContext context) : IDiscoveryContext
{
    public IRunSettings? RunSettings => context.RunSettings;
}
