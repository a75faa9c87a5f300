using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using TestFlock.Contracts;
using TestFlock.Core.Coordination;
using TestFlock.Core.Progress;
using TestFlock.Core.Runs;
using TestFlock.Fleet.Tests.Support;
using TestFlock.Tests.Servers;

namespace TestFlock.Fleet.Tests.Watching;

/// <summary>Whoever waits sees why: in the run's own progress and in <c>testflock status</c>, with names.</summary>
public sealed partial class WaitingReasonTests : IAsyncLifetime
{
    private static readonly EnvironmentCapacity Staging = new("staging", 1);

    private readonly Support.Fleet _fleet = new();

    public Task InitializeAsync() => _fleet.InitializeAsync();

    public Task DisposeAsync() => _fleet.DisposeAsync();

    [Fact]
    public async Task Each_run_that_waits_tells_its_own_reason()
    {
        var port = FreePorts.Find(1);
        await _fleet.StartAgentAsync("host-1", 1, "--metrics-port", $"{port}");
        await using var holder = await Squatter.StartAsync(
            _fleet.Redis.Uri, "holder", new RunShare { Priority = RunPriority.Background, Environment = Staging });
        await using var release = await Squatter.StartAsync(
            _fleet.Redis.Uri, "gpu", new RunShare { Priority = RunPriority.Release });
        await using var unfit = await StartAsync(plan => Requiring(plan, "browser=chrome"));
        await using var crowded = await StartAsync(
            plan => plan with { Share = plan.Share with { Environment = Staging } });
        await using var behind = await StartAsync(plan => Requiring(plan, "gpu"));
        await using var unpacked = await StartAsync(plan => plan with { Manifest = WithMissingPackage(plan.Manifest) });
        (PlayedRun Run, WaitKind Kind, string[] Names)[] expected =
        [
            // First: it is given up after some tries.
            (unpacked, WaitKind.Trouble, ["host-1, slot 1", "/nowhere/Shop.Tests.dll does not exist"]),
            (unfit, WaitKind.Agents, ["browser=chrome", "host-1 fails", "it offers no browser"]),
            (crowded, WaitKind.Capacity, ["'staging'", "1 of 1 held", $"run {holder.Run} (background) 1"]),
            (behind, WaitKind.OtherRuns, ["all 1 slots", $"run {release.Run} (release) 1"]),
        ];

        foreach (var (run, kind, names) in expected)
        {
            ShouldHoldAll(await run.WaitsForAsync(kind), names);
            ShouldHoldAll(await ToldElsewhereAsync(run.Id, kind), names);
        }

        await ShouldBeOnThePageAsync(expected.Skip(1).Select(e => e.Names[0]));
        var table = await _fleet.RunProgramAsync("status");
        ShouldHoldAll(table, ["host-1", "holder/1", "Shop.Cart", "ann@build-7", "staging", $"{holder.Run}: 1"]);
        ShouldHoldAll(Blanks().Replace(table, " "), ["'staging': 1 of 1 held", "it offers no browser"]);
        using var http = new HttpClient { BaseAddress = new Uri($"http://localhost:{port}") };
        ShouldHoldAll(
            await http.GetStringAsync("/metrics"),
            ["testflock_slots 1\n", "testflock_flock_agents 3\n", "kind=\"OtherRuns\"} 1\n"]);
        (await http.GetStringAsync("/wanted")).ShouldContain("\"browser=chrome\":1");
        ShouldHoldAll(await _fleet.RunProgramAsync("doctor", "--broker", _fleet.Broker.ToString()), ["Redis 7", "RabbitMQ 3", "3 with 3 slots"]);
    }

    [Fact]
    public async Task A_drained_agent_takes_nothing_new_and_leaves_when_its_tests_have_ended()
    {
        var agent = await _fleet.StartAgentAsync("host-1", slots: 1);
        var run = _fleet.StartRun(
            FleetSuite.Waiting, new() { Seconds = 3, Filter = "FullyQualifiedName~Waits_01" });
        await run.Journal.UntilAsync(all => all.Count > 0);

        (await _fleet.RunProgramAsync("drain", "host-1")).ShouldContain("takes nothing new");
        await using var late = await StartAsync(plan => plan);
        (await late.WaitsForAsync(WaitKind.Agents)).ShouldNotBeEmpty();

        (await agent.EndAsync()).ShouldBe(0, agent.Log);
        agent.Log.ShouldContain("testflock drain: nothing new is taken");
        (await run.EndAsync()).ShouldBe(0, run.Console);
        (await _fleet.RunProgramAsync("drain", "host-1")).ShouldContain("No agent 'host-1' is alive at redis://");
        (await late.WaitsForAsync(WaitKind.Agents)).ShouldContain("No agent is alive.");
    }

    private async Task ShouldBeOnThePageAsync(IEnumerable<string> parts)
    {
        var place = $"127.0.0.1:{FreePorts.Find(1)}";
        var environment = new Dictionary<string, string> { ["TESTFLOCK_COORDINATION"] = _fleet.Coordination.ToString() };
        await using var dashboard = ChildProgram.Start(
            _fleet.Folder, environment, FleetAgent.Program, "dashboard", "--listen", place);
        await dashboard.LineAsync($"http://{place}/");
        using var http = new HttpClient { BaseAddress = new Uri($"http://{place}") };
        (await http.GetStringAsync("/")).ShouldContain("page.js");
        using var refused = await http.PostAsync("/agents/host-1/drain", content: null);
        refused.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        using var events = new StreamReader(await http.GetStreamAsync("/events"));
        (await events.ReadLineAsync()).ShouldBe("event: status");
        var status = JsonDocument.Parse((await events.ReadLineAsync())!["data: ".Length..]).RootElement;
        var told = string.Concat(status.GetProperty("runs").EnumerateArray().Select(run => run.ToString()));
        ShouldHoldAll(Regex.Unescape(told), [.. parts]);
    }

    private static void ShouldHoldAll(string text, string[] parts)
    {
        foreach (var part in parts)
            text.ShouldContain(part);
    }

    private static RunPlan Requiring(RunPlan plan, string requirements) =>
        plan with { Batches = [plan.Batches[0] with { Requirements = requirements }] };

    private static RunManifest WithMissingPackage(RunManifest manifest) => manifest with
    {
        Packages =
        [
            new RunPackage
            {
                Origin = PackageOrigin.Shared,
                Folder = "/nowhere",
                Hashes = new Dictionary<string, string> { ["Shop.Tests.dll"] = new('0', 64) },
            },
        ],
    };

    private async Task<PlayedRun> StartAsync(Func<RunPlan, RunPlan> change)
    {
        var run = new PlayedRun();
        await run.StartAsync(_fleet, change);
        return run;
    }

    /// <summary>The reason in the status, once it is this one: a heartbeat carries it there.</summary>
    private async Task<string> ToldElsewhereAsync(RunId id, WaitKind kind)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (true)
        {
            limit.Token.ThrowIfCancellationRequested();
            using var status = JsonDocument.Parse(await _fleet.RunProgramAsync("runs", "--json"));
            var run = status.RootElement.GetProperty("runs").EnumerateArray()
                .FirstOrDefault(r => r.GetProperty("id").GetString() == id.Value);
            if (run.ValueKind == JsonValueKind.Object
                && run.GetProperty("progress") is { ValueKind: JsonValueKind.Object } progress
                && progress.GetProperty("waitsFor") is { ValueKind: JsonValueKind.Object } reason
                && reason.GetProperty("kind").GetString() == kind.ToString())
                return reason.GetProperty("text").GetString()!;
        }
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
