using Microsoft.VisualStudio.TestPlatform.ObjectModel;
using Microsoft.VisualStudio.TestPlatform.ObjectModel.Adapter;
using Microsoft.VisualStudio.TestPlatform.ObjectModel.Logging;
using TestFlock.TestAdapter.Flock.Coordinator;
using TestFlock.TestAdapter.Flock.Preview;

namespace TestFlock.TestAdapter.Flock;

/// <summary>The test cases go to the coordinator, and its events come back as results.</summary>
internal sealed class VsFlockMode(TimeProvider time) : IVsRunMode
{
    // Written by the thread that runs, read by the one that cancels.
    private volatile VsFlockRun? _running;
    private volatile bool _isCancelled;

    public void RunTests(
        VsFrameworkAdapter adapter, IReadOnlyList<string> sources, IRunContext context, IFrameworkHandle handle) =>
        Run(adapter, sources, context, handle, previewer => previewer.Preview(sources, context, handle));

    public void RunTests(
        VsFrameworkAdapter adapter, IReadOnlyList<TestCase> testCases, IRunContext context, IFrameworkHandle handle) =>
        Run(adapter, [.. testCases.Select(testCase => testCase.Source).Distinct()], context, handle,
            previewer => previewer.Preview(testCases, context, handle));

    public void Cancel()
    {
        _isCancelled = true;
        _running?.Cancel();
    }

    private void Run(
        VsFrameworkAdapter adapter,
        IReadOnlyList<string> sources,
        IRunContext context,
        IFrameworkHandle handle,
        Func<IVsPreviewer, IReadOnlyList<VsWantedTest>> select)
    {
        if (_isCancelled)
            return;

        try
        {
            var command = new CoordinatorCommand(DotnetHost.OfThisProcess.Find(), CoordinatorProgram.Find(sources[0]));
            var run = new VsFlockRun(VsPreviewers.Choose(adapter, time), handle, time);
            _running = run;
            if (_isCancelled)
                run.Cancel();

            // The platform's call is synchronous, and no synchronization context is there to deadlock on.
            run.RunAsync(command, VsOpenRun.For(sources, context), select).GetAwaiter().GetResult();
        }
        catch (Exception e) when (e is CoordinatorStartException or VsPreviewException)
        {
            handle.SendMessage(TestMessageLevel.Error, e.Message);
        }
        finally
        {
            _running = null;
        }
    }
}
