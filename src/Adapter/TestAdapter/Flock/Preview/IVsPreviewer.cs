using Microsoft.VisualStudio.TestPlatform.ObjectModel;
using Microsoft.VisualStudio.TestPlatform.ObjectModel.Adapter;

namespace TestFlock.TestAdapter.Flock.Preview;

/// <summary>Finds out which tests a framework's own run would report, without running any.</summary>
internal interface IVsPreviewer
{
    /// <summary>
    /// The tests of <paramref name="sources"/> that the context's filter and settings select, in the framework's order.
    /// </summary>
    IReadOnlyList<VsWantedTest> Preview(IReadOnlyList<string> sources, IRunContext context, IFrameworkHandle handle);

    /// <summary>What of test cases that were chosen one by one the framework would accept.</summary>
    IReadOnlyList<VsWantedTest> Preview(
        IReadOnlyList<TestCase> testCases, IRunContext context, IFrameworkHandle handle);

    /// <summary>Comes from another thread; a preview under way may then be incomplete.</summary>
    void Cancel();
}
