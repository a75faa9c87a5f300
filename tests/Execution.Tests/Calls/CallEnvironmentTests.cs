using System.Collections;
using TestFlock.Execution.Calls;
using TestFlock.Execution.Tests.Support;

namespace TestFlock.Execution.Tests.Calls;

public sealed class CallEnvironmentTests
{
    private static readonly Hashtable Own = new()
    {
        ["PATH"] = "/bin",
        ["HOME"] = "/home/agent",
        ["LC_ALL"] = "C.UTF-8",
        ["DOTNET_ROOT"] = "/dotnet",
        ["AGENT_SECRET"] = "s3cret",
        ["CORECLR_PROFILER"] = "{9317ae81-bcd8-47b7-aaa1-a28062e41c71}",
    };

    [Fact]
    public void For_bounded_manifest_gives_what_the_machine_needs_and_what_the_run_says()
    {
        var manifest = BatchRun.Manifest with
        {
            InheritsEnvironment = false,
            Variables = new Dictionary<string, string> { ["SHOP_URL"] = "https://shop", ["HOME"] = "/tests" },
        };

        CallEnvironment.For(manifest, Own).ShouldBe(
            new Dictionary<string, string>
            {
                ["PATH"] = "/bin",
                ["HOME"] = "/tests",
                ["LC_ALL"] = "C.UTF-8",
                ["DOTNET_ROOT"] = "/dotnet",
                ["SHOP_URL"] = "https://shop",
            },
            ignoreOrder: true);
    }

    [Fact]
    public void For_inheriting_manifest_gives_everything() =>
        CallEnvironment.For(BatchRun.Manifest, Own).Count.ShouldBe(Own.Count);

    [Fact]
    public void For_settings_with_collectors_leaves_out_what_those_of_the_callers_test_host_set()
    {
        var manifest = BatchRun.Manifest with
        {
            SettingsXml = "<RunSettings><DataCollectionRunSettings /></RunSettings>",
        };

        CallEnvironment.For(manifest, Own).Keys.ShouldNotContain("CORECLR_PROFILER");
    }
}
