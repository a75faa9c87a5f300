using System.Diagnostics;
using System.Xml.Linq;
using TestFlock.Fleet.Tests.Support;
using TestFlock.Tests.Servers;
using Xunit.Abstractions;

namespace TestFlock.Fleet.Tests;

/// <summary>Agents die, and agents are asked to leave.</summary>
public sealed class LostAgentTests(ITestOutputHelper output) : IAsyncLifetime
{
    private readonly Support.Fleet _fleet = new();

    public Task InitializeAsync() => _fleet.InitializeAsync();

    public Task DisposeAsync() => _fleet.DisposeAsync();

    [Fact]
    public async Task The_tests_of_a_killed_agent_run_elsewhere_and_each_is_reported_once()
    {
        var dying = await _fleet.StartAgentAsync("dying");
        await _fleet.StartAgentAsync("living", slots: 4);
        var run = _fleet.StartRun(
            FleetSuite.Waiting,
            new FleetSettings { Isolation = "warm", Seconds = 5, Filter = "FullyQualifiedName~Waits" });
        var begun = await run.Journal.UntilAsync(all => all.Count(e => e.Agent == "dying") >= 2);
        var interrupted = begun.Where(e => e.Agent == "dying").ToArray();

        dying.Signal(ChildProgram.SigKill);
        var killed = Stopwatch.StartNew();
        await run.Journal.UntilAsync(
            all => interrupted.All(i => all.Any(e => e.Test == i.Test && e.Agent == "living")));
        var moved = killed.Elapsed;
        output.WriteLine(
            $"{interrupted.Length} tests began again elsewhere within {moved.TotalSeconds:0.0} s of the kill.");

        (await run.EndAsync()).ShouldBe(0, run.Console);
        AllPassedOnce(run);
        interrupted.ShouldAllBe(i => !ProcessFamily.IsAlive(i.Process));

        // 20 s are promised; what a machine with nothing left for its agents adds is its own.
        moved.ShouldBeLessThan(TimeSpan.FromMinutes(2));
    }

    [Fact]
    public async Task The_capacity_of_a_killed_agent_comes_back_and_was_never_exceeded()
    {
        var first = await _fleet.StartAgentAsync("host-1", slots: 1);
        var second = await _fleet.StartAgentAsync("host-2", slots: 1);
        var run = _fleet.StartRun(FleetSuite.Waiting, new FleetSettings
        {
            Isolation = "warm",
            Seconds = 2,
            Filter = "FullyQualifiedName~Waits_01|FullyQualifiedName~Waits_02|FullyQualifiedName~Waits_03",
            More = [new XElement("Environment", new XAttribute("Name", "staging"), new XAttribute("Capacity", "1"))],
        });
        var interrupted = (await run.Journal.UntilAsync(all => all.Count == 1))[0];

        (interrupted.Agent == "host-1" ? first : second).Signal(ChildProgram.SigKill);
        var killed = Stopwatch.StartNew();
        await run.Journal.UntilAsync(all => all.Any(e => e.Agent != interrupted.Agent));
        var moved = killed.Elapsed;
        output.WriteLine($"With a capacity of 1, a test began elsewhere {moved.TotalSeconds:0.0} s after the kill "
            + "(promised: 20 s).");

        (await run.EndAsync()).ShouldBe(0, run.Console);
        run.Results.Count.ShouldBe(3, run.Console);
        run.Results.ShouldAllBe(r => r.Outcome == "Passed");

        // Never two at once: the dead one's test, and from then on begin and end in turns.
        var lines = run.Journal.All.SkipWhile(e => e.Agent == interrupted.Agent).ToArray();
        lines.ShouldAllBe(e => e.Agent != interrupted.Agent);
        lines.Select(e => e.What).ShouldBe(["begin", "end", "begin", "end", "begin", "end"]);
    }

    [Fact]
    public async Task An_agent_that_is_asked_to_leave_ends_what_it_runs_and_takes_nothing_new()
    {
        var leaving = await _fleet.StartAgentAsync("leaving");
        await _fleet.StartAgentAsync("staying");
        var run = _fleet.StartRun(
            FleetSuite.Waiting, new FleetSettings { Seconds = 4, Filter = "FullyQualifiedName~Waits" });
        await run.Journal.UntilAsync(all => all.Count(e => e.Agent == "leaving") >= 2);

        leaving.Signal(ChildProgram.SigTerm);
        await leaving.LogLineAsync("nothing new is taken");
        var before = run.Journal.Begun.Where(e => e.Agent == "leaving").ToArray();

        (await leaving.EndAsync()).ShouldBe(0, leaving.Log);
        (await AgentsAsync()).ShouldBe(["staying"]);
        var all = run.Journal.All.Where(e => e.Agent == "leaving").ToArray();
        all.Where(e => e.What == "begin").ShouldBe(before);
        all.Where(e => e.What == "end").Select(e => e.Test).ShouldBe(before.Select(e => e.Test), ignoreOrder: true);
        (await run.EndAsync()).ShouldBe(0, run.Console);
        AllPassedOnce(run);
        run.Journal.Begun.Count().ShouldBe(12);
    }

    [Fact]
    public async Task A_second_signal_stops_at_once_and_gives_the_tests_to_others()
    {
        var leaving = await _fleet.StartAgentAsync("leaving");
        var run = _fleet.StartRun(
            FleetSuite.Waiting, new FleetSettings { Seconds = 60, Filter = "FullyQualifiedName~Waits_01" });
        var begun = await run.Journal.UntilAsync(all => all.Count == 1);

        leaving.Signal(ChildProgram.SigTerm);
        await leaving.LogLineAsync("nothing new is taken");
        leaving.Signal(ChildProgram.SigTerm);
        (await leaving.EndAsync()).ShouldBe(130, leaving.Log);

        ProcessFamily.IsAlive(begun[0].Process).ShouldBeFalse();
        await _fleet.StartAgentAsync("next");
        await run.Journal.UntilAsync(all => all.Any(e => e.Agent == "next"));
    }

    [Fact]
    public async Task An_agent_whose_tests_do_not_end_leaves_when_its_time_is_over()
    {
        var leaving = await _fleet.StartAgentAsync("leaving", 2, "--drain-timeout", "00:00:02");
        var run = _fleet.StartRun(
            FleetSuite.Waiting, new FleetSettings { Seconds = 600, Filter = "FullyQualifiedName~Waits_01" });
        var begun = await run.Journal.UntilAsync(all => all.Count == 1);

        leaving.Signal(ChildProgram.SigTerm);
        (await leaving.EndAsync()).ShouldBe(130, leaving.Log);

        leaving.Log.ShouldContain("running tests have 00:00:02 to end");
        ProcessFamily.IsAlive(begun[0].Process).ShouldBeFalse();
        await _fleet.StartAgentAsync("next");
        await run.Journal.UntilAsync(all => all.Any(e => e.Agent == "next"));
    }

    private async Task<string[]> AgentsAsync()
    {
        using var redis = await RawRedis.OpenAsync(_fleet.Redis.Uri);
        return (string[])(await redis.ExecuteAsync("ZRANGE", "{testflock}:agents", 0, -1))!;
    }

    private static void AllPassedOnce(FleetRun run)
    {
        run.Results.Count.ShouldBe(12, run.Console);
        run.Results.Select(r => r.Name).ShouldBeUnique();
        run.Results.ShouldAllBe(r => r.Outcome == "Passed");
    }
}
