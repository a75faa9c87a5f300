using Microsoft.VisualStudio.TestPlatform.ObjectModel;
using Microsoft.VisualStudio.TestPlatform.ObjectModel.Client;
using Microsoft.VisualStudio.TestPlatform.ObjectModel.Logging;

namespace TestFlock.IdeClient;

internal sealed class DiscoveryEvents(Action<Happening> tell) : ITestDiscoveryEventsHandler2
{
    private readonly List<TestCase> _testCases = [];

    public IReadOnlyList<TestCase> TestCases => _testCases;

    public void HandleDiscoveredTests(IEnumerable<TestCase>? discoveredTestCases)
    {
        foreach (var test in discoveredTestCases ?? [])
        {
            _testCases.Add(test);
            tell(
                new Happening { What = "case", Id = test.Id, FullyQualifiedName = test.FullyQualifiedName,
                    DisplayName = test.DisplayName });
        }
    }

    public void HandleDiscoveryComplete(
        DiscoveryCompleteEventArgs discoveryCompleteEventArgs, IEnumerable<TestCase>? lastChunk)
    {
        HandleDiscoveredTests(lastChunk);
        tell(new Happening { What = "complete", IsAborted = discoveryCompleteEventArgs.IsAborted });
    }

    public void HandleLogMessage(TestMessageLevel level, string? message) =>
        tell(new Happening { What = "message", Level = level.ToString(), Text = message });

    public void HandleRawMessage(string rawMessage)
    {
    }
}
