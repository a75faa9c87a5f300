using Microsoft.VisualStudio.TestPlatform.ObjectModel;
using Microsoft.VisualStudio.TestPlatform.ObjectModel.Client;
using Microsoft.VisualStudio.TestPlatform.ObjectModel.Logging;
using TestFlock.Contracts;
using TestFlock.Link;
using TestFlock.Translation;

namespace TestFlock.TestLogger;

/// <summary>
/// Tells the slot what only the test platform's own process knows: what collectors attached to the run, what the
/// platform says, and how the test host ended. Run by hand, without a slot, it does nothing.
/// </summary>
[FriendlyName("testflock")]
[ExtensionUri("logger://TestFlock/v1")]
internal sealed class SlotLogger : ITestLogger
{
    private readonly HostWatch _hosts = new();
    private SlotLink? _slot;

    public void Initialize(TestLoggerEvents events, string testRunDirectory)
    {
        _slot = SlotLink.TryOpen(HostPart.Logger, OnSlotMessage);
        if (_slot is null)
            return;

        events.TestRunMessage += OnMessage;
        events.TestRunComplete += OnComplete;
    }

    private void OnSlotMessage(SlotMessage message)
    {
        if (message is not WatchProcess watch)
            return;
        _hosts.Watch(watch.ProcessId, exited => _slot?.Tell(exited));
        _slot?.Tell(new HostWatched { ProcessId = watch.ProcessId });
    }

    private void OnMessage(object? sender, TestRunMessageEventArgs e) =>
        _slot!.Tell(new HostNote { Level = VsLevel.ToWire(e.Level), Text = e.Message });

    private void OnComplete(object? sender, TestRunCompleteEventArgs e)
    {
        var slot = _slot!;
        if (e.AttachmentSets is { Count: > 0 } sets)
            slot.Tell(new HostAttachments { Sets = VsAttachments.ToWire(sets) });
        if (e.IsAborted)
            _hosts.AwaitAll();

        slot.Tell(new HostFinished { Aborted = e.IsAborted || e.IsCanceled, Error = e.Error?.Message });
        _slot = null;
        slot.Dispose();
    }
}
