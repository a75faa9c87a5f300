using Microsoft.VisualStudio.TestPlatform.ObjectModel;
using Microsoft.VisualStudio.TestPlatform.ObjectModel.Adapter;

namespace TestFlock.TestAdapter;

/// <summary>The test cases go to the coordinator, and its events come back as results.</summary>
internal sealed class VsFlockMode : IVsRunMode
{
    public void RunTests(
        VsFrameworkAdapter adapter, IReadOnlyList<string> sources, IRunContext context, IFrameworkHandle handle) =>
        throw NotThereYet();

    public void RunTests(
        VsFrameworkAdapter adapter, IReadOnlyList<TestCase> testCases, IRunContext context, IFrameworkHandle handle) =>
        throw NotThereYet();

    public void Cancel()
    {
    }

    private static NotSupportedException NotThereYet() => new(
        "The run settings ask for TestFlock (an enabled <TestFlock> section), but this version only runs tests in " +
        "process. Remove the section, or set <Enabled>false</Enabled> in it.");
}
