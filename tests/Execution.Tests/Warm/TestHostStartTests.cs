using System.Diagnostics;
using System.Net;
using TestFlock.Contracts;
using TestFlock.Execution.Tests.Support;
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

    [Theory]
    [InlineData("output", null, "{hook}")]
    [InlineData("output", "other", "other|{hook}")]
    [InlineData("out|put", null, null)]
    [InlineData("out|put", "other", "other")]
    public void For_names_the_hook_last_unless_its_path_would_be_two(string output, string? hooks, string? named)
    {
        using var folder = new TemporaryFolder();
        var source = OutputIn(folder.File(Separated(output)!));
        var environment = new Dictionary<string, string>();
        if (hooks is not null)
            environment[WarmHostHook.Variable] = hooks;

        var start = TestHostStart.For(source, "dotnet", environment, "<RunSettings />");

        var hook = WarmHostHook.In(Path.GetDirectoryName(source)!);
        HooksOf(start).ShouldBe(Separated(named)?.Replace("{hook}", hook, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("VSTEST_HOST_DEBUG")]
    [InlineData("VSTEST_HOST_NATIVE_DEBUG")]
    public void For_names_no_hook_where_the_platform_is_to_wait_for_a_debugger(string variable)
    {
        using var folder = new TemporaryFolder();
        var source = OutputIn(folder.File("output"));

        var start = TestHostStart.For(
            source, "dotnet", new Dictionary<string, string> { [variable] = "1" }, "<RunSettings />");

        HooksOf(start).ShouldBeNull();
    }

    [Fact]
    public void For_names_no_hook_where_the_package_has_none()
    {
        using var folder = new TemporaryFolder();
        var source = OutputIn(folder.File("output"));
        File.Delete(WarmHostHook.In(Path.GetDirectoryName(source)!));

        HooksOf(TestHostStart.For(source, "dotnet", new Dictionary<string, string>(), "<RunSettings />")).ShouldBeNull();
    }

    private static string? HooksOf(ProcessStartInfo start) =>
        start.Environment.TryGetValue(WarmHostHook.Variable, out var hooks) ? hooks : null;

    private static string? Separated(string? text) => text?.Replace('|', Path.PathSeparator);

    private static string OutputIn(string folder)
    {
        var hook = WarmHostHook.In(folder);
        Directory.CreateDirectory(Path.GetDirectoryName(hook)!);
        foreach (var file in new[] { hook, Path.Combine(folder, "testhost.dll") })
            File.WriteAllText(file, "");
        return Path.Combine(folder, "Suite.dll");
    }
}
