using Microsoft.VisualStudio.TestPlatform.ObjectModel;
using Microsoft.VisualStudio.TestPlatform.ObjectModel.Adapter;

namespace TestFlock.TestAdapter;

/// <summary>The framework's own executor does it all, with the platform's own objects.</summary>
internal sealed class VsPassThroughMode : IVsRunMode
{
    // Both are written by one thread and read by the other.
    private volatile bool _isCancelled;
    private volatile ITestExecutor? _running;

    public void RunTests(
        VsFrameworkAdapter adapter, IReadOnlyList<string> sources, IRunContext context, IFrameworkHandle handle) =>
        Run(adapter.Executor, executor => executor.RunTests(sources, context, handle));

    public void RunTests(
        VsFrameworkAdapter adapter, IReadOnlyList<TestCase> testCases, IRunContext context, IFrameworkHandle handle) =>
        Run(adapter.Executor, executor => executor.RunTests(testCases, context, handle));

    public void Cancel()
    {
        _isCancelled = true;
        _running?.Cancel();
    }

    private void Run(ITestExecutor executor, Action<ITestExecutor> run)
    {
        _running = executor;
        if (_isCancelled)
            return;

        run(executor);
    }
}
