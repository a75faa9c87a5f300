using Microsoft.VisualStudio.TestPlatform.ObjectModel;
using Microsoft.VisualStudio.TestPlatform.ObjectModel.Adapter;
using Microsoft.VisualStudio.TestPlatform.ObjectModel.Logging;

namespace TestFlock.TestAdapter.Tests.Interception;

/// <summary>A framework whose adapter is this very assembly, and which no table knows.</summary>
internal static class FakeFramework
{
    public const string Uri = "executor://fake";

    public static string AdapterFile { get; } = typeof(FakeFramework).Assembly.Location;

    public static VsFrameworkAdapter LoadAdapter() =>
        VsFrameworkAdapter.Load(new VsFramework("Fake", Uri, Path.GetFileName(AdapterFile)), AdapterFile)!;
}

[DefaultExecutorUri(FakeFramework.Uri)]
internal sealed class FakeDiscoverer : ITestDiscoverer
{
    public void DiscoverTests(
        IEnumerable<string> sources, IDiscoveryContext context, IMessageLogger logger, ITestCaseDiscoverySink sink) =>
        throw new NotSupportedException();
}

[ExtensionUri(FakeFramework.Uri)]
internal sealed class FakeExecutor : ITestExecutor
{
    public Action WhileRunning { get; set; } = () => { };

    public int Runs { get; private set; }

    public int Cancellations { get; private set; }

    public void RunTests(IEnumerable<TestCase>? tests, IRunContext? runContext, IFrameworkHandle? frameworkHandle) =>
        Run();

    public void RunTests(IEnumerable<string>? sources, IRunContext? runContext, IFrameworkHandle? frameworkHandle) =>
        Run();

    public void Cancel() => Cancellations++;

    private void Run()
    {
        Runs++;
        WhileRunning();
    }
}
