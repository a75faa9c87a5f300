using Microsoft.VisualStudio.TestPlatform.ObjectModel.Adapter;
using TestFlock.Link;

namespace TestFlock.TestAdapter.Selected;

/// <summary>Runs test cases until one of them fails; those that did not run are not told.</summary>
internal static class VsStoppingSelector
{
    /// <param name="adapter">Of the one framework that the cases belong to.</param>
    /// <param name="cases">In the order in which they are to run, where the framework allows it.</param>
    /// <param name="context">The call's.</param>
    /// <param name="platform">Hears of the tests.</param>
    /// <param name="slot">Hears of them, too.</param>
    public static void Run(
        VsFrameworkAdapter adapter,
        IReadOnlyList<SelectedCase> cases,
        IRunContext context,
        IFrameworkHandle platform,
        SlotLink? slot)
    {
        using var stop = adapter.Framework.Name == VsFramework.MSTest4.Name ? new MSTestFailureStop() : null;
        var stopping = new VsContext(
            context,
            StopAtFailure.In(context.RunSettings?.SettingsXml),
            adapter.Framework == VsFramework.NUnit ? NUnitFailureStop.For(adapter.Executor) : null);
        try
        {
            VsSelectors.For(adapter.Framework).Run(
                adapter.Executor, cases, stopping, new VsTellingHandle(platform, slot, stop));
        }
        catch (Exception) when (stop?.HasRefused == true)
        {
            // It is the refusal itself, however the framework wraps it.
        }
    }
}
