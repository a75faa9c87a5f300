using System.Diagnostics;
using TestFlock.Contracts;
using TestFlock.Execution.Tests.Support;

namespace TestFlock.Execution.Tests.Warm;

public sealed class StartupHookTests
{
    [Fact]
    public async Task Initialize_another_program_that_finds_the_hook_in_its_environment_runs_as_without()
    {
        var start = new ProcessStartInfo("dotnet", ["--version"]) { RedirectStandardOutput = true };
        start.Environment[SlotEndpoint.Variable] = "a slot that is not there";
        start.Environment[WarmHostHook.Variable] = WarmHostHook.In(Path.GetDirectoryName(ScriptedSuite.Source)!);

        using var program = Process.Start(start)!;
        var version = await program.StandardOutput.ReadToEndAsync();
        await program.WaitForExitAsync();

        program.ExitCode.ShouldBe(0);
        version.Trim().ShouldNotBeEmpty();
    }
}
