using TestFlock.Fleet.Tests.Support;

namespace TestFlock.Fleet.Tests;

/// <summary>Agents that come while they are wanted, and go.</summary>
public sealed class ScalingTests : IAsyncLifetime
{
    private const UnixFileMode Executable = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private readonly Support.Fleet _fleet = new();

    public Task InitializeAsync() => _fleet.InitializeAsync();

    public Task DisposeAsync() => _fleet.DisposeAsync();

    [Fact]
    public async Task A_run_without_agents_gets_them_from_two_pools_and_they_go_when_nobody_wants_them()
    {
        await using var local = StartPool("local", "--most", "2");
        await using var cloud = StartPool("cloud", "--capability", "browser=chrome", "--command", WriteCommand());
        await cloud.LineAsync("Pool cloud keeps 0 to 1 agents of 1 slots, by ");

        var run = _fleet.StartRun(FleetSuite.Waiting, new FleetSettings
        {
            Isolation = "warm",
            Seconds = 1,
            Filter = "FullyQualifiedName~browser|FullyQualifiedName~Waits_0",
        });

        (await run.EndAsync()).ShouldBe(0, $"{run.Console}\n{local.Output}\n{cloud.Output}");
        run.Results.ShouldAllBe(r => r.Outcome == "Passed");
        run.Journal.Begun.Single(e => e.Test == "Needs_a_browser").Agent.ShouldBe("cloud");
        run.Journal.Begun.Select(e => e.Agent).ShouldContain("local");

        await local.LineAsync("Retire local-1");
        await local.LineAsync("Agent local-1 has left");
        await cloud.LineAsync("Retire cloud-1");
        await cloud.LineAsync("Remove cloud-1");
        cloud.Signal(ChildProgram.SigTerm);
        (await cloud.EndAsync()).ShouldBe(0, cloud.Output);
        File.ReadAllLines(Path.Combine(_fleet.Folder, "calls")).ShouldBe(["start cloud-1", "remove cloud-1"]);
    }

    [Fact]
    public async Task Agents_on_the_pools_own_machine_end_with_it_and_their_tests_end_before()
    {
        await using var pool = StartPool("pool", "--least", "1");
        var run = _fleet.StartRun(
            FleetSuite.Waiting, new FleetSettings { Seconds = 3, Filter = "FullyQualifiedName~Waits_01" });
        var begun = await run.Journal.UntilAsync(all => all.Count > 0);

        pool.Signal(ChildProgram.SigTerm);

        (await pool.EndAsync()).ShouldBe(0, pool.Output);
        pool.Output.ShouldContain("Agent pool-1 has left");
        ProcessFamily.IsAlive(begun[0].Process).ShouldBeFalse();
        (await run.EndAsync()).ShouldBe(0, run.Console);
        run.Journal.All.Select(e => e.What).ShouldBe(["begin", "end"]);
    }

    private ChildProgram StartPool(string name, params string[] options) => ChildProgram.Start(
        _fleet.Folder,
        new Dictionary<string, string>
        {
            ["TESTFLOCK_BROKER"] = _fleet.Broker.ToString(),
            ["TESTFLOCK_COORDINATION"] = _fleet.Coordination.ToString(),
            ["TESTFLOCK_WORK_FOLDER"] = Path.Combine(_fleet.Folder, "agents"),
            ["TESTFLOCK_CACHE_FOLDER"] = Path.Combine(_fleet.Folder, "cache"),
            ["DOTNET_FLEET_AGENT"] = name,
        },
        [FleetAgent.Program, "provision", "--name", name, "--slots", "1", "--idle", "00:00:01", .. options]);

    /// <summary>What an operator writes who starts machines: here, processes that no pool is the parent of.</summary>
    private string WriteCommand()
    {
        var command = Path.Combine(_fleet.Folder, "machines.sh");
        File.WriteAllText(command, $"""
            #!/bin/sh
            cd "{_fleet.Folder}" && echo "$1 $2" >> calls
            case $1 in
            start)
              setsid dotnet "{FleetAgent.Program}" agent --name "$2" --slots 1 \
                --capability browser=chrome > "$2.log" 2>&1 &
              echo $! > "$2.pid" ;;
            remove) kill -9 "$(cat "$2.pid")" 2> /dev/null || true ;;
            esac

            """);
        File.SetUnixFileMode(command, Executable);
        return command;
    }
}
