using TestFlock.Core.Progress;

namespace TestFlock.Core.Tests.Progress;

public class ProgressTextTests
{
    private static readonly RunProgress Begun = new() { Total = 400, Done = 0, Failed = 0, Flaky = 0, SlotsBusy = 8 };

    [Fact]
    public void Of_beginning_tellsNoMoreThanIsKnown() => ProgressText.Of(Begun).ShouldBe("0/400 done, 8 slots busy");

    [Fact]
    public void Of_everything_isOneLine() => ProgressText.Of(Begun with
    {
        Done = 120,
        Failed = 2,
        Flaky = 1,
        LeftAtLeast = TimeSpan.FromSeconds(80),
        LeftAtMost = TimeSpan.FromSeconds(4000),
        WaitsFor = WaitReason.Of(WaitKind.Capacity, "capacity of\nenvironment 'staging'"),
    }).ShouldBe(
        "120/400 done, 2 failed, 1 flaky, 8 slots busy, 1:20 to 1:06:40 left; waits for capacity of environment "
        + "'staging'");

    [Fact]
    public void Of_boundsThatShowAlike_tellsOne() => ProgressText.Of(Begun with
    {
        LeftAtLeast = TimeSpan.FromSeconds(11.2),
        LeftAtMost = TimeSpan.FromSeconds(11.9),
    }).ShouldBe("0/400 done, 8 slots busy, 12 s left");

    [Fact]
    public void Reason_ofAnyLength_fits() =>
        WaitReason.Of(WaitKind.Agents, new string('x', 5000)).Text.Length.ShouldBe(WaitReason.Longest);
}
