using Microsoft.VisualStudio.TestPlatform.ObjectModel.Adapter;
using TestFlock.TestAdapter.Selected;
using TestCase = Microsoft.VisualStudio.TestPlatform.ObjectModel.TestCase;

namespace TestFlock.TestAdapter.Warm;

/// <summary>A warm host that the platform itself has started: a run that does not end by itself.</summary>
internal sealed class VsWarmMode : IVsRunMode
{
    // The platform calls the executor of each framework that the project has; the first serves them all, the others
    // find it done.
    private static int _served;

    public void RunTests(
        VsFrameworkAdapter adapter, IReadOnlyList<string> sources, IRunContext context, IFrameworkHandle handle)
    {
        if (Interlocked.Exchange(ref _served, 1) == 0)
            WarmProcess.TryServe(_ => context);
    }

    public void RunTests(
        VsFrameworkAdapter adapter, IReadOnlyList<TestCase> testCases, IRunContext context, IFrameworkHandle handle) =>
        throw SelectionException.Twice();

    public void Cancel()
    {
        // The slot, not the platform, stops a warm host.
    }
}
