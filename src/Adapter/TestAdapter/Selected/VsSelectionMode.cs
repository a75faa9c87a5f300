using Microsoft.VisualStudio.TestPlatform.ObjectModel.Adapter;
using TestFlock.Contracts;
using TestFlock.Translation;
using TestCase = Microsoft.VisualStudio.TestPlatform.ObjectModel.TestCase;

namespace TestFlock.TestAdapter.Selected;

/// <summary>
/// A slot's call: exactly the listed test cases run, by the framework's own executor, and the slot hears what they do.
/// </summary>
internal sealed class VsSelectionMode(Selection selection) : IVsRunMode
{
    // Both are written by one thread and read by the other.
    private volatile bool _isCancelled;
    private volatile ITestExecutor? _running;

    public void RunTests(
        VsFrameworkAdapter adapter, IReadOnlyList<string> sources, IRunContext context, IFrameworkHandle handle)
    {
        var uri = new Uri(adapter.Framework.ExecutorUri);
        var folders = sources.Select(Path.GetFullPath).ToHashSet(StringComparer.Ordinal);
        var cases = selection.Cases
            .Where(c => new Uri(c.ExecutorUri) == uri && folders.Contains(Path.GetFullPath(c.Source)))
            .Select(c => new SelectedCase(VsTestCase.FromWire(c), c.RunsExplicit))
            .ToArray();
        if (cases.Length == 0)
            return;

        _running = adapter.Executor;
        if (_isCancelled)
            return;

        using var told = new VsTellingHandle(handle, SlotOfThisProcess.Link);
        if (selection.StopsAtFailure)
            VsStoppingSelector.Run(adapter, cases, context, handle, SlotOfThisProcess.Link);
        else
            VsSelectors.For(adapter.Framework).Run(adapter.Executor, cases, context, told);
    }

    public void RunTests(
        VsFrameworkAdapter adapter, IReadOnlyList<TestCase> testCases, IRunContext context, IFrameworkHandle handle) =>
        throw SelectionException.Twice();

    public void Cancel()
    {
        _isCancelled = true;
        _running?.Cancel();
    }
}
