using System.Text.RegularExpressions;
using System.Xml.Linq;
using TestFlock.Core.Progress;
using TestFlock.Fleet.Tests.Support;
using TestFlock.Tests.Servers;
using Xunit.Abstractions;

namespace TestFlock.Fleet.Tests.Watching;

/// <summary>
/// Whoever waits sees why, with names: on the console of <c>dotnet test</c>, in <c>testflock status</c>, on the page.
/// </summary>
public sealed partial class WaitingReasonTests(ITestOutputHelper output) : IAsyncLifetime
{
    private static readonly XElement Patient = new("WhenNoAgents", "wait");
    private static readonly XElement Staging = new(
        "Environment", new XAttribute("Name", "staging"), new XAttribute("Capacity", 1));

    private readonly Support.Fleet _fleet = new();

    public Task InitializeAsync() => _fleet.InitializeAsync();

    public Task DisposeAsync() => _fleet.DisposeAsync();

    [Fact]
    public async Task Each_run_that_waits_tells_its_own_reason_on_the_console_in_the_status_and_on_the_page()
    {
        var port = FreePorts.Find(1);
        await _fleet.StartAgentAsync("host-1", 1, "--metrics-port", $"{port}");
        await using var watch = StartVerb("status", "--watch", "--json");
        await using var page = await WatchedPage.OpenAsync(_fleet);

        // What it was discovered in is gone before an agent comes for it.
        var copy = FleetSuite.Waiting.CopyTo(Path.Combine(_fleet.Folder, "copy"));
        var unpacked = Start(copy, "Waits_0", Requires("agent=host-2"));
        var release = Start(
            FleetSuite.Waiting, "Waits_01", Staging, Requires("agent=host-1"), new("Priority", "release"));
        var holder = await IdOfAsync(release);
        await release.Journal.UntilAsync(all => all.Count > 0);
        await IdOfAsync(unpacked);
        File.Delete(copy.Assembly);
        await _fleet.StartAgentAsync("host-2", 1);
        var unfit = Start(FleetSuite.Waiting, "Waits_01", Requires("browser=chrome"));
        var crowded = Start(FleetSuite.Waiting, "Waits_01", Staging);
        var behind = Start(FleetSuite.Waiting, "Waits_01", Requires("agent=host-1"));
        (FleetRun Run, WaitKind Kind, string Begin, string[] Names)[] expected =
        [
            (unpacked, WaitKind.Trouble, $"{copy.Assembly} does not exist", ["host-2, slot 1, could not run '"]),
            (unfit, WaitKind.Agents, "agents for 1 batch", ["browser=chrome", "host-1 fails", "it offers no browser"]),
            (crowded, WaitKind.Capacity, "capacity of environment 'staging'", ["1 of 1 held", holder, "(release) 1"]),
            (behind, WaitKind.OtherRuns, "other runs: all 1 slots", [$"run {holder} of ", "(release) 1"]),
        ];

        foreach (var (run, kind, begin, names) in expected)
        {
            var line = (await run.ConsoleLineAsync(begin)).TrimEnd();
            var reason = line[line.IndexOf(begin, StringComparison.Ordinal)..];
            ShouldHoldAll(line, names);
            (string, WaitKind) told = (await IdOfAsync(run), kind);
            (await ToldReason.FindAsync(watch, told)).ShouldEndWith(reason);
            (await page.FindReasonAsync(told)).ShouldEndWith(reason);
        }

        output.WriteLine(
            page.HasBrowser ? "The page was seen in a browser." : "No Chromium: only what the page is sent was seen.");
        await ShouldBeToldElsewhereAsync(holder, port);
    }

    [Fact]
    public async Task A_drained_agent_takes_nothing_new_and_leaves_when_its_tests_have_ended()
    {
        var agent = await _fleet.StartAgentAsync("host-1", slots: 1);
        var run = _fleet.StartRun(
            FleetSuite.Waiting, new() { Seconds = 3, Filter = "FullyQualifiedName~Waits_01" });
        await run.Journal.UntilAsync(all => all.Count > 0);

        (await _fleet.RunProgramAsync("drain", "host-1")).ShouldContain("takes nothing new");
        await using var late = new PlayedRun();
        await late.StartAsync(_fleet, plan => plan);
        (await late.WaitsForAsync(WaitKind.Agents)).ShouldNotBeEmpty();

        (await agent.EndAsync()).ShouldBe(0, agent.Log);
        agent.Log.ShouldContain("testflock drain: nothing new is taken");
        (await run.EndAsync()).ShouldBe(0, run.Console);
        (await _fleet.RunProgramAsync("drain", "host-1")).ShouldContain("No agent 'host-1' is alive at redis://");
        (await late.WaitsForAsync(WaitKind.Agents)).ShouldContain("No agent is alive.");
    }

    private async Task ShouldBeToldElsewhereAsync(string holder, int port)
    {
        var table = await _fleet.RunProgramAsync("status");
        ShouldHoldAll(table, ["host-1/1", "host-2", "WaitingTests.Waits_01", "release", $"{holder}: 1"]);
        ShouldHoldAll(Blanks().Replace(table, " "), ["'staging': 1 of 1 held", "it offers no browser"]);
        using var http = new HttpClient { BaseAddress = new Uri($"http://localhost:{port}") };
        ShouldHoldAll(
            await http.GetStringAsync("/metrics"),
            ["testflock_slots 1\n", "testflock_flock_agents 2\n", "kind=\"OtherRuns\"} 1\n"]);
        (await http.GetStringAsync("/wanted")).ShouldMatch("\"browser=chrome[^\"]*\":1");
        ShouldHoldAll(
            await _fleet.RunProgramAsync("doctor", "--broker", _fleet.Broker.ToString()),
            ["Redis 7", "RabbitMQ 3", "2 with 2 slots"]);
    }

    private FleetRun Start(FleetSuite suite, string test, params XElement[] more) => _fleet.StartRun(
        suite,
        new FleetSettings { Seconds = 3600, Filter = $"FullyQualifiedName~{test}", More = [Patient, .. more] });

    private ChildProgram StartVerb(params string[] arguments) => ChildProgram.Start(
        _fleet.Folder,
        new Dictionary<string, string> { ["TESTFLOCK_COORDINATION"] = _fleet.Coordination.ToString() },
        [FleetAgent.Program, .. arguments]);

    private static XElement Requires(string what) => new("Requires", what);

    private static async Task<string> IdOfAsync(FleetRun run) =>
        RunId().Match(await run.ConsoleLineAsync("TestFlock run ")).Groups[1].Value;

    private static void ShouldHoldAll(string text, string[] parts)
    {
        foreach (var part in parts)
            text.ShouldContain(part);
    }

    [GeneratedRegex(@"TestFlock run (\S+):")]
    private static partial Regex RunId();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
