using Microsoft.VisualStudio.TestPlatform.ObjectModel;
using Microsoft.VisualStudio.TestPlatform.ObjectModel.Adapter;

namespace TestFlock.TestAdapter.Flock.Preview;

/// <summary>Finds out what a framework's own run would do, without running a test.</summary>
internal interface IVsPreviewer
{
    /// <summary>What the native run of <paramref name="sources"/> would do with the context's filter and settings.</summary>
    VsPreview Preview(IReadOnlyList<string> sources, IRunContext context, IFrameworkHandle handle);

    /// <summary>What the native run of test cases that were chosen one by one would do.</summary>
    VsPreview Preview(IReadOnlyList<TestCase> testCases, IRunContext context, IFrameworkHandle handle);

    /// <summary>Comes from another thread; a preview under way may then be incomplete.</summary>
    void Cancel();
}
