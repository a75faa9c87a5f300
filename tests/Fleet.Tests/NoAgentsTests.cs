using System.Xml.Linq;
using TestFlock.Fleet.Tests.Support;

namespace TestFlock.Fleet.Tests;

/// <summary>What becomes of tests that no living agent can run, as their user chose.</summary>
public sealed class NoAgentsTests : IAsyncLifetime
{
    private const string Filter = "FullyQualifiedName~browser|FullyQualifiedName~Waits_01";

    private readonly Support.Fleet _fleet = new() { HasNewBroker = true };

    public Task InitializeAsync() => _fleet.InitializeAsync();

    public Task DisposeAsync() => _fleet.DisposeAsync();

    [Fact]
    public async Task They_fail_after_the_time_out_with_the_requirement_and_the_nearest_agent()
    {
        await _fleet.StartAgentAsync("plain");
        var run = StartRun("fail");

        (await run.EndAsync()).ShouldBe(1, run.Console);
        run.Results.Single(r => r.Name.Contains("Waits_01")).Outcome.ShouldBe("Passed");
        var failed = run.Results.Single(r => r.Name.Contains("browser"));
        failed.Outcome.ShouldBe("Failed");
        failed.Error.ShouldContain("None of 1 living agents offers browser=chrome");
        failed.Error.ShouldContain("plain fails browser=chrome (it offers no browser)");
        failed.Error.ShouldContain("Looked for 00:00:06 (<Timeouts Agent>)");
    }

    [Fact]
    public async Task They_wait_and_say_so_until_an_agent_comes()
    {
        await _fleet.StartAgentAsync("plain");
        var run = StartRun("wait");
        var told = await run.ConsoleLineAsync("1 batches wait until one is there.");
        told.ShouldContain("plain fails browser=chrome (it offers no browser)");

        await _fleet.StartAgentAsync("browsing", 1, "--capability", "browser=chrome");

        (await run.EndAsync()).ShouldBe(0, run.Console);
        run.Journal.Begun.Single(e => e.Test == "Needs_a_browser").Agent.ShouldBe("browsing");
    }

    [Fact]
    public async Task They_run_on_the_callers_machine_and_the_others_on_their_agents()
    {
        await _fleet.StartAgentAsync("plain");
        var run = StartRun(
            "local", new XElement("Environment", new XAttribute("Name", "staging"), new XAttribute("Capacity", "2")));

        (await run.EndAsync()).ShouldBe(0, run.Console);
        run.Journal.Begun.Single(e => e.Test == "Needs_a_browser").Agent.ShouldBe(FleetRun.Caller);
        run.Journal.Begun.Single(e => e.Test == "Waits_01").Agent.ShouldBe("plain");
        run.Console.ShouldContain("1 batches run on this machine instead (<WhenNoAgents> local).");
        (await _fleet.RabbitMq.FindQueuesAsync()).ShouldBe(["testflock.aside"]);
    }

    [Fact]
    public async Task Without_any_agent_all_run_on_the_callers_machine_in_warm_hosts_too()
    {
        var run = StartRun("local", "warm", new XElement("Slots", 2));

        (await run.EndAsync()).ShouldBe(0, run.Console);
        run.Journal.Begun.Select(e => (e.Test, e.Agent)).ShouldBe(
            [("Needs_a_browser", FleetRun.Caller), ("Waits_01", FleetRun.Caller)], ignoreOrder: true);
    }

    [Fact]
    public async Task What_the_callers_machine_is_known_not_to_offer_fails_there_too()
    {
        var run = StartRun("local", new XElement("Requires", "os=plan9"));

        (await run.EndAsync()).ShouldBe(1, run.Console);
        run.Results.Count.ShouldBe(2);
        run.Results.ShouldAllBe(
            r => r.Error.Contains("No agent is alive.") && r.Error.Contains("Nor can this machine: "));
        run.Results.ShouldAllBe(r => r.Error.Contains("fails os=plan9 (it offers os=linux)"));
    }

    private FleetRun StartRun(string whenNoAgents, params XElement[] more) => StartRun(whenNoAgents, "process", more);

    private FleetRun StartRun(string whenNoAgents, string isolation, params XElement[] more) =>
        _fleet.StartRun(FleetSuite.Waiting, new FleetSettings
        {
            Isolation = isolation,
            Seconds = 0.1,
            Filter = Filter,
            More =
            [
                new XElement("Timeouts", new XAttribute("Agent", "00:00:06")),
                new XElement("WhenNoAgents", whenNoAgents),
                .. more,
            ],
        });
}
