using System.Collections.Concurrent;
using TestFlock.Contracts;
using TestFlock.Link;

namespace TestFlock.TestAdapter.Warm;

/// <summary>
/// What the slot asks of a warm host: one selection after the other, and a wish to stop the one that runs.
/// </summary>
internal sealed class WarmWork
{
    private readonly BlockingCollection<RunSelection> _selections = [];

    /// <summary>Set while a selection runs; called on another thread.</summary>
    private volatile Action? _stop;

    private WarmWork(SlotLink? slot) => Slot = slot;

    public SlotLink? Slot { get; private set; }

    /// <summary>Connects to the slot; null when there is none.</summary>
    public static WarmWork? TryConnect()
    {
        var work = new WarmWork(null);
        work.Slot = SlotLink.TryOpen(HostPart.WarmHost, work.Hear);
        return work.Slot is null ? null : work;
    }

    /// <summary>
    /// Waits for each; ends when the slot lets the host go. Without a slot the process ends by itself.
    /// </summary>
    public IEnumerable<RunSelection> Selections() => _selections.GetConsumingEnumerable();

    public void StopWith(Action? stop) => _stop = stop;

    private void Hear(SlotMessage message)
    {
        switch (message)
        {
            case RunSelection selection:
                _selections.Add(selection);
                break;
            case StopSelection:
                _stop?.Invoke();
                break;
            case EndHost:
                _selections.CompleteAdding();
                break;
        }
    }
}
