namespace TestFlock.Contracts;

/// <summary>
/// The format of every channel. What a test process writes and reads on its link to the slot is done by hand: generated
/// code is the same JSON, but compiling it was a tenth of what a test host costs until its first test, and an eighth of
/// what the platform's console costs for one test.
/// </summary>
public static class WireFormats
{
    public static WireFormat<AdapterMessage> Adapter { get; } =
        new GeneratedFormat<AdapterMessage>(json => json.AdapterMessage);

    public static WireFormat<CoordinatorMessage> Coordinator { get; } =
        new GeneratedFormat<CoordinatorMessage>(json => json.CoordinatorMessage);

    public static WireFormat<HostMessage> Host { get; } = new HostMessageFormat();

    public static WireFormat<SlotMessage> Slot { get; } =
        new ReadByHandFormat<SlotMessage>(json => json.SlotMessage, WireSlotMessage.Read);

    public static WireFormat<Selection> Selection { get; } =
        new ReadByHandFormat<Selection>(json => json.Selection, WireSelection.Read);
}
