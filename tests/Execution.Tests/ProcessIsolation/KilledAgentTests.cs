using System.Diagnostics;
using TestFlock.Execution.ProcessTrees;
using TestFlock.Execution.Tests.Support;

namespace TestFlock.Execution.Tests.ProcessIsolation;

public sealed class KilledAgentTests
{
    [Fact]
    public async Task Tests_of_a_killed_agent_end_with_it()
    {
        using var folder = new TemporaryFolder();
        using var agent = Process.Start(new ProcessStartInfo(
            "dotnet",
            [
                ScriptedSuite.Built("Caller", "TestFlock.Caller.dll"),
                folder.Path,
                ScriptedSuite.Source,
                $"signal {folder.File("host")}; start; hang",
            ])
        {
            RedirectStandardOutput = true,
        })!;
        (await agent.StandardOutput.ReadLineAsync()).ShouldBe("AttemptStarted");
        var all = LinuxProcess.All();
        var session = all.Single(p => p.Id == LivingProcess.IdIn(folder.File("host"))).SessionId;
        var members = all.Where(p => p.SessionId == session).Select(p => p.Id).ToArray();
        members.Length.ShouldBeGreaterThanOrEqualTo(3, "the command, the test platform and the test host");
        members.ShouldNotContain(agent.Id);

        agent.Kill();

        foreach (var member in members)
            await LivingProcess.EndOfAsync(member);
    }
}
