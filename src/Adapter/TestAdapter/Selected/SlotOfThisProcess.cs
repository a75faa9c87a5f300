using TestFlock.Contracts;
using TestFlock.Link;

namespace TestFlock.TestAdapter.Selected;

/// <summary>The one connection of this test host to its slot, however many frameworks run in it.</summary>
internal static class SlotOfThisProcess
{
    private static readonly Lazy<SlotLink?> Opened = new(Open);

    /// <summary>Null when a person runs the call by hand.</summary>
    public static SlotLink? Link => Opened.Value;

    private static SlotLink? Open()
    {
        var link = SlotLink.TryOpen(HostPart.Adapter);

        // Tests see the environment they would see natively, and what they start must not take this slot for its own.
        Environment.SetEnvironmentVariable(SlotEndpoint.Variable, null);
        return link;
    }
}
