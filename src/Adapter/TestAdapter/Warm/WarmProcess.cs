using Microsoft.VisualStudio.TestPlatform.ObjectModel.Adapter;
using TestFlock.Contracts;

namespace TestFlock.TestAdapter.Warm;

/// <summary>
/// A test host that takes selections from its slot, one after the other, until the slot lets it go. The process is the
/// one that <c>dotnet test</c> would have made, so tests cannot tell the difference.
/// </summary>
internal static class WarmProcess
{
    /// <summary>Serves the slot to the end; false, at once, when no slot started this process.</summary>
    /// <param name="contextOf">What the frameworks are told of the run; asked once.</param>
    public static bool TryServe(Func<SlotWelcome, IRunContext> contextOf)
    {
        if (WarmWork.TryConnect() is not { Slot: { } slot } work)
            return false;
        HideSlot();
        using (slot)
        {
            var server = new WarmServer(contextOf(slot.Welcome), work, slot);
            foreach (var selection in work.Selections())
                server.Serve(selection);
        }

        return true;
    }

    // Tests see the environment they would see natively, and what they start must not take this slot for its own.
    private static void HideSlot()
    {
        Environment.SetEnvironmentVariable(SlotEndpoint.Variable, null);
        foreach (var tuning in HostTuning.All)
        {
            if (tuning.IsOfSlot(Environment.GetEnvironmentVariable(tuning.Variable)))
                Environment.SetEnvironmentVariable(tuning.Variable, null);
        }

        var hooks = Environment.GetEnvironmentVariable(WarmHostHook.Variable);
        if (WarmHostHook.Without(hooks) is var others && others != hooks)
            Environment.SetEnvironmentVariable(WarmHostHook.Variable, others);
    }
}
