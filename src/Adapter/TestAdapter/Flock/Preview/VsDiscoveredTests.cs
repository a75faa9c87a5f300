using Microsoft.VisualStudio.TestPlatform.ObjectModel;
using Microsoft.VisualStudio.TestPlatform.ObjectModel.Adapter;

namespace TestFlock.TestAdapter.Flock.Preview;

/// <summary>Gathers what a framework's own discoverer finds.</summary>
internal sealed class VsDiscoveredTests : ITestCaseDiscoverySink
{
    private readonly List<TestCase> _testCases = [];

    public IReadOnlyList<TestCase> TestCases => _testCases;

    public void SendTestCase(TestCase discoveredTest) => _testCases.Add(discoveredTest);
}
