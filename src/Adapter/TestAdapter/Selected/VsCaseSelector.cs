using Microsoft.VisualStudio.TestPlatform.ObjectModel.Adapter;

namespace TestFlock.TestAdapter.Selected;

/// <summary>By the test cases themselves, as an IDE does.</summary>
internal sealed class VsCaseSelector : IVsSelector
{
    public void Run(
        ITestExecutor executor, IReadOnlyList<SelectedCase> cases, IRunContext context, IFrameworkHandle handle) =>
        executor.RunTests(cases.Select(c => c.Case).ToArray(), context, handle);
}
