using System.Runtime.CompilerServices;
using Microsoft.VisualStudio.TestPlatform.ObjectModel.Adapter;
using TestFlock.TestAdapter.Flock;
using TestFlock.TestAdapter.Selected;
using TestFlock.TestAdapter.Warm;

namespace TestFlock.TestAdapter;

internal static class VsRunModes
{
    /// <summary>Chooses the mode of one executor call.</summary>
    public static IVsRunMode Choose(IRunContext context) =>
        TestFlockSection.IsNamedIn(context.RunSettings?.SettingsXml)
            ? ChooseBySection(context)
            : new VsPassThroughMode();

    // Apart, so that a run without the section loads nothing that only the other modes need.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static IVsRunMode ChooseBySection(IRunContext context)
    {
        var settings = context.RunSettings?.SettingsXml;
        if (SelectionFile.TryRead(settings, out var selection))
            return new VsSelectionMode(selection);

        if (WarmSection.IsIn(settings))
            return new VsWarmMode();

        // A breakpoint must be hit in the process that the debugger is attached to.
        return context.IsBeingDebugged || !TestFlockSection.IsEnabledIn(settings)
            ? new VsPassThroughMode()
            : new VsFlockMode(TimeProvider.System);
    }
}
