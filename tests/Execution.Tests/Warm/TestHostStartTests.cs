using System.Diagnostics;
using System.Net;
using TestFlock.Contracts;
using TestFlock.Execution.Warm;

namespace TestFlock.Execution.Tests.Warm;

public sealed class TestHostStartTests
{
    [Theory]
    [InlineData("SHOP_URL", true)]
    [InlineData("DOTNET_ReadyToRun", true)]
    [InlineData("DOTNET_TieredPGO", false)]
    [InlineData("DOTNET_TieredCompilation", false)]
    [InlineData("DOTNET_TC_CallCountThreshold", false)]
    [InlineData("COMPlus_TC_QuickJitForLoops", false)]
    public void Complete_asks_for_late_tiering_unless_somebody_tuned_it(string tuned, bool isAsked)
    {
        var start = new ProcessStartInfo("dotnet");
        start.Environment.Clear();
        start.Environment[tuned] = "1";

        TestHostStart.Complete(start, new IPEndPoint(IPAddress.Loopback, 1), "slot");

        start.Environment[tuned].ShouldBe("1");
        var tiering = HostTuning.LateTiering;
        tiering.IsOfSlot(start.Environment.TryGetValue(tiering.Variable, out var value) ? value : null)
            .ShouldBe(isAsked);
    }

    [Theory]
    [InlineData("DOTNET_EnableWriteXorExecute", null, "0x00")]
    [InlineData("DOTNET_EnableWriteXorExecute", "1", "1")]
    [InlineData("DOTNET_ThreadPool_UnfairSemaphoreSpinLimit", null, "0x00")]
    [InlineData("DOTNET_ThreadPool_UnfairSemaphoreSpinLimit", "46", "46")]
    public void Complete_asks_for_single_mapping_and_no_spinning_unless_somebody_has_said_how(
        string variable, string? said, string asked)
    {
        var start = new ProcessStartInfo("dotnet");
        start.Environment.Clear();
        if (said is not null)
            start.Environment[variable] = said;

        TestHostStart.Complete(start, new IPEndPoint(IPAddress.Loopback, 1), "slot");

        start.Environment[variable].ShouldBe(asked);
    }
}
