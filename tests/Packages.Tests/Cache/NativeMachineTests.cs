using TestFlock.Packages.Cache;

namespace TestFlock.Packages.Tests.Cache;

public sealed class NativeMachineTests
{
    private static readonly NativeMachine Linux = new("linux", new HashSet<string> { "x64" }, IsMusl: false);
    private static readonly NativeMachine Alpine = new("linux", new HashSet<string> { "arm64", "arm" }, IsMusl: true);
    private static readonly NativeMachine Windows = new("win", new HashSet<string> { "x64", "x86" }, IsMusl: false);
    private static readonly NativeMachine Mac = new("osx", new HashSet<string> { "arm64", "x64" }, IsMusl: false);

    [Theory]
    [InlineData("Suite.dll", "Linux Alpine Windows Mac")]
    [InlineData("data/runtimes/win-x64/native/a.dll", "Linux Alpine Windows Mac")]
    [InlineData("runtimes/any/lib/a.dll", "Linux Alpine Windows Mac")]
    [InlineData("runtimes/beos-z80/native/a.so", "Linux Alpine Windows Mac")]
    [InlineData("runtimes/unix/lib/a.dll", "Linux Alpine Mac")]
    [InlineData("runtimes/win/lib/a.dll", "Windows")]
    [InlineData("runtimes/win10-x86/native/a.dll", "Windows")]
    [InlineData("runtimes/win-arm64/native/a.dll", "")]
    [InlineData("runtimes/linux-x64/native/a.so", "Linux")]
    [InlineData("runtimes/ubuntu.22.04-x64/native/a.so", "Linux")]
    [InlineData("runtimes/linux-arm/native/a.so", "Alpine")]
    [InlineData("runtimes/linux-musl-arm64/native/a.so", "Alpine")]
    [InlineData("runtimes/linux-musl-x64/native/a.so", "")]
    [InlineData("runtimes/linux-bionic-arm64/native/a.so", "")]
    [InlineData("runtimes/linux-s390x/native/a.so", "")]
    [InlineData("runtimes/osx/native/a.dylib", "Mac")]
    [InlineData("runtimes/osx.10.12-x64/native/a.dylib", "Mac")]
    public void MayUse_asset_is_for_the_machines_whose_system_and_processor_it_names(string path, string expected)
    {
        var users = new[] { ("Linux", Linux), ("Alpine", Alpine), ("Windows", Windows), ("Mac", Mac) }
            .Where(machine => machine.Item2.MayUse(path))
            .Select(machine => machine.Item1);

        string.Join(' ', users).ShouldBe(expected);
    }

    [Fact]
    public void Own_machine_uses_what_is_for_the_runtime_that_runs_this_test() =>
        NativeMachine.Own.MayUse(
            $"runtimes/{System.Runtime.InteropServices.RuntimeInformation.RuntimeIdentifier}/native/a.so").ShouldBeTrue();
}
