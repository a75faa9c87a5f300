using TestFlock.TestAdapter.Flock;
using TestFlock.TestAdapter.Warm;

namespace TestFlock.TestAdapter.Tests.Interception;

public sealed class VsRunModesTests
{
    private const string Enabled = "<RunSettings><TestFlock /></RunSettings>";

    [Fact]
    public void Choose_without_a_section_passes_through() =>
        VsRunModes.Choose(new FakeRunContext("<RunSettings />", isBeingDebugged: false))
            .ShouldBeOfType<VsPassThroughMode>();

    [Fact]
    public void Choose_with_an_enabled_section_takes_the_flock() =>
        VsRunModes.Choose(new FakeRunContext(Enabled, isBeingDebugged: false)).ShouldBeOfType<VsFlockMode>();

    [Fact]
    public void Choose_while_debugging_passes_through_whatever_the_settings_say() =>
        VsRunModes.Choose(new FakeRunContext(Enabled, isBeingDebugged: true)).ShouldBeOfType<VsPassThroughMode>();

    [Fact]
    public void Choose_in_a_warm_host_serves_the_slot() =>
        VsRunModes.Choose(new FakeRunContext(
            "<RunSettings><TestFlock><WarmHost /></TestFlock></RunSettings>", isBeingDebugged: false))
            .ShouldBeOfType<VsWarmMode>();
}
