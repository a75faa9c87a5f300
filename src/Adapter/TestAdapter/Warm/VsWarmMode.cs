using Microsoft.VisualStudio.TestPlatform.ObjectModel.Adapter;
using TestFlock.Contracts;
using TestFlock.TestAdapter.Selected;
using TestCase = Microsoft.VisualStudio.TestPlatform.ObjectModel.TestCase;

namespace TestFlock.TestAdapter.Warm;

/// <summary>
/// A run that does not end by itself: this test host takes selections from its slot, one after the other, until the
/// slot lets it go. The process is the one that <c>dotnet test</c> would have made, so tests cannot tell the
/// difference.
/// </summary>
internal sealed class VsWarmMode : IVsRunMode
{
    // The platform calls the executor of each framework that the project has; the first serves them all, the others
    // find it done.
    private static int _served;

    public void RunTests(
        VsFrameworkAdapter adapter, IReadOnlyList<string> sources, IRunContext context, IFrameworkHandle handle)
    {
        if (Interlocked.Exchange(ref _served, 1) != 0 || WarmWork.TryConnect() is not { Slot: { } slot } work)
            return;

        // Tests see the environment they would see natively, and what they start must not take this slot for its own.
        Environment.SetEnvironmentVariable(SlotEndpoint.Variable, null);
        foreach (var tuning in HostTuning.All)
        {
            if (tuning.IsOfSlot(Environment.GetEnvironmentVariable(tuning.Variable)))
                Environment.SetEnvironmentVariable(tuning.Variable, null);
        }

        using (slot)
        {
            var server = new WarmServer(context, work, slot);
            foreach (var selection in work.Selections())
                server.Serve(selection);
        }
    }

    public void RunTests(
        VsFrameworkAdapter adapter, IReadOnlyList<TestCase> testCases, IRunContext context, IFrameworkHandle handle) =>
        throw SelectionException.Twice();

    public void Cancel()
    {
        // The slot, not the platform, stops a warm host.
    }
}
