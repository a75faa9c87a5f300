using Microsoft.VisualStudio.TestPlatform.ObjectModel.Adapter;

namespace TestFlock.TestAdapter;

internal static class VsRunModes
{
    /// <summary>Chooses the mode of one executor call.</summary>
    public static IVsRunMode Choose(IRunContext context) =>
        // A breakpoint must be hit in the process that the debugger is attached to.
        context.IsBeingDebugged || !TestFlockSection.IsEnabledIn(context.RunSettings?.SettingsXml)
            ? new VsPassThroughMode()
            : new VsFlockMode();
}
