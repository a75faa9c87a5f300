using Microsoft.VisualStudio.TestPlatform.ObjectModel;
using Microsoft.VisualStudio.TestPlatform.ObjectModel.Adapter;

namespace TestFlock.TestAdapter.Selected;

/// <summary>
/// By the test cases themselves. xUnit's adapter runs explicit ones if a call holds no others, which says nothing when
/// a slot's call is a small part of the run; so those that the whole run passes over do not show it to the adapter that
/// they are explicit. The serialized case that xUnit runs still knows, and is reported as not run.
/// </summary>
internal sealed class VsXunitSelector : IVsSelector
{
    private const string ExplicitId = "XunitTestCaseExplicit";

    public void Run(
        ITestExecutor executor, IReadOnlyList<SelectedCase> cases, IRunContext context, IFrameworkHandle handle) =>
        executor.RunTests(cases.Select(Shown).ToArray(), context, handle);

    private static TestCase Shown(SelectedCase selected)
    {
        if (!selected.RunsExplicit && TestProperty.Find(ExplicitId) is { } isExplicit)
            selected.Case.RemovePropertyValue(isExplicit);
        return selected.Case;
    }
}
