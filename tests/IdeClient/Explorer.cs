using Microsoft.VisualStudio.TestPlatform.ObjectModel;
using Microsoft.VisualStudio.TestPlatform.ObjectModel.Client;
using Microsoft.TestPlatform.VsTestConsole.TranslationLayer.Interfaces;

namespace TestFlock.IdeClient;

/// <summary>One test explorer with its session.</summary>
internal sealed class Explorer(IVsTestConsoleWrapper console, Action<Happening> tell)
{
    private IReadOnlyList<TestCase> _discovered = [];

    public void Do(Request request)
    {
        switch (request.Verb)
        {
            case "discover":
                var discovery = new DiscoveryEvents(tell);
                console.DiscoverTests([request.Source], request.Settings, Options(request), discovery);
                _discovered = discovery.TestCases;
                break;
            case "run":
                Run(request, [request.Source]);
                break;
            case "run-selected":
                Run(request, _discovered.Where(test => request.Selected.Contains(test.FullyQualifiedName)).ToArray());
                break;
            default:
                throw new ArgumentException(
                    $"'{request.Verb}' is no verb: say discover, run or run-selected.", nameof(request));
        }
    }

    private void Run(Request request, string[] sources)
    {
        if (request.Debugs)
            console.RunTestsWithCustomTestHost(
                sources, request.Settings, Options(request), Events(request), new Debugger(tell, request.Kills));
        else
            console.RunTests(sources, request.Settings, Options(request), Events(request));
    }

    private void Run(Request request, TestCase[] testCases)
    {
        if (request.Debugs)
            console.RunTestsWithCustomTestHost(
                testCases, request.Settings, Options(request), Events(request), new Debugger(tell, request.Kills));
        else
            console.RunTests(testCases, request.Settings, Options(request), Events(request));
    }

    private RunEvents Events(Request request) => new(tell, request.CancelsAfter, Cancel);

    private void Cancel()
    {
        tell(new Happening { What = "cancel" });
        console.CancelTestRun();
    }

    private static TestPlatformOptions Options(Request request) => new() { TestCaseFilter = request.Filter };
}
