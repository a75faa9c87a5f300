using Microsoft.VisualStudio.TestPlatform.ObjectModel;
using Microsoft.VisualStudio.TestPlatform.ObjectModel.Adapter;
using Microsoft.VisualStudio.TestPlatform.ObjectModel.Logging;
using TestFlock.TestAdapter.Flock;

namespace TestFlock.TestAdapter;

/// <summary>
/// Stands where the platform looks for a framework's executor, and gives each request to the mode that applies.
/// </summary>
internal abstract class VsExecutor(VsFramework framework) : ITestExecutor2
{
    private readonly VsFrameworkAdapters _adapters = new(framework);

    // Written by the thread that runs, read by the one that cancels.
    private volatile IVsRunMode? _running;

    public void RunTests(IEnumerable<string>? sources, IRunContext? runContext, IFrameworkHandle? frameworkHandle) =>
        Run(sources, source => source, runContext, frameworkHandle,
            (mode, adapter, items) => mode.RunTests(adapter, items, runContext!, frameworkHandle!));

    public void RunTests(IEnumerable<TestCase>? tests, IRunContext? runContext, IFrameworkHandle? frameworkHandle) =>
        Run(tests, testCase => testCase.Source, runContext, frameworkHandle,
            (mode, adapter, items) => mode.RunTests(adapter, items, runContext!, frameworkHandle!));

    public void Cancel() => _running?.Cancel();

    public bool ShouldAttachToTestHost(IEnumerable<string>? sources, IRunContext runContext) =>
        ShouldAttach(
            sources, source => source, (executor, items) => executor.ShouldAttachToTestHost(items, runContext));

    public bool ShouldAttachToTestHost(IEnumerable<TestCase>? tests, IRunContext runContext) =>
        ShouldAttach(
            tests, test => test.Source, (executor, items) => executor.ShouldAttachToTestHost(items, runContext));

    private void Run<T>(
        IEnumerable<T>? items,
        Func<T, string> sourceOf,
        IRunContext? runContext,
        IFrameworkHandle? frameworkHandle,
        Action<IVsRunMode, VsFrameworkAdapter, IReadOnlyList<T>> run)
    {
        ArgumentNullException.ThrowIfNull(runContext);
        ArgumentNullException.ThrowIfNull(frameworkHandle);

        items ??= [];
        var mode = VsRunModes.Choose(runContext);
        if (mode is VsFlockMode)
            TellWhatIsWrong(items.Select(sourceOf).Distinct().ToArray(), frameworkHandle);

        _running = mode;
        try
        {
            foreach (var (adapter, adapterItems) in _adapters.Group(items, sourceOf))
                run(mode, adapter, adapterItems);
        }
        finally
        {
            _running = null;
        }
    }

    private void TellWhatIsWrong(IReadOnlyCollection<string> sources, IMessageLogger logger)
    {
        foreach (var source in sources)
        {
            if (VsNoTestAssembly.TryDescribe(framework, source, out var description))
                logger.SendMessage(TestMessageLevel.Error, description);
        }

        foreach (var folder in sources.Select(VsFrameworkAdapters.FolderOf).Distinct())
        {
            if (VsLeftBehind.TryDescribe(framework, folder, out var description))
                logger.SendMessage(TestMessageLevel.Error, description);
        }
    }

    // The platform attaches the debugger to the test host for every executor that cannot be asked.
    private bool ShouldAttach<T>(
        IEnumerable<T>? items, Func<T, string> sourceOf, Func<ITestExecutor2, IReadOnlyList<T>, bool> ask) =>
        _adapters.Group(items ?? [], sourceOf)
            .Any(group => group.Adapter.Executor is not ITestExecutor2 executor || ask(executor, group.Items));
}
