using Microsoft.VisualStudio.TestPlatform.ObjectModel.Adapter;

namespace TestFlock.TestAdapter.Selected;

/// <summary>
/// By a filter of NUnit's own, in a run of the assembly: given test cases, NUnit's adapter loses those whose names XML
/// cannot hold, and runs explicit ones or leaves them out by rules for a selection in an IDE.
/// </summary>
internal sealed class VsNUnitSelector : IVsSelector
{
    public void Run(
        ITestExecutor executor, IReadOnlyList<SelectedCase> cases, IRunContext context, IFrameworkHandle handle)
    {
        foreach (var assembly in cases.GroupBy(c => c.Case.Source, StringComparer.Ordinal))
        {
            SelectedCase[] some = [.. assembly];
            var settings = NUnitSettings.WithWhere(context.RunSettings?.SettingsXml, NUnitFilter.For(some));
            var part = NUnitPart.Of(executor, assembly.Key, some, settings);
            executor.RunTests([assembly.Key], new VsContext(context, settings, part), handle);
        }
    }
}
