using Microsoft.VisualStudio.TestPlatform.ObjectModel.Adapter;

namespace TestFlock.TestAdapter.Selected;

/// <summary>The way in which one framework's executor is told to run certain test cases and no others.</summary>
internal interface IVsSelector
{
    void Run(ITestExecutor executor, IReadOnlyList<SelectedCase> cases, IRunContext context, IFrameworkHandle handle);
}
