using Microsoft.VisualStudio.TestPlatform.ObjectModel;
using Microsoft.VisualStudio.TestPlatform.ObjectModel.Adapter;

namespace TestFlock.TestAdapter;

/// <summary>How one executor call is carried out: here, by the framework itself, or out on the flock.</summary>
/// <remarks>A call makes its own instance, so an instance may keep what belongs to the run.</remarks>
internal interface IVsRunMode
{
    /// <summary>Runs what <paramref name="sources"/> hold and the context's filter lets through.</summary>
    void RunTests(
        VsFrameworkAdapter adapter, IReadOnlyList<string> sources, IRunContext context, IFrameworkHandle handle);

    /// <summary>Runs the test cases that were chosen one by one, as an IDE does; no filter applies.</summary>
    void RunTests(
        VsFrameworkAdapter adapter, IReadOnlyList<TestCase> testCases, IRunContext context, IFrameworkHandle handle);

    /// <summary>
    /// Comes from another thread, at any time; what runs now ends early, what has not begun does not begin.
    /// </summary>
    void Cancel();
}
