using System.Diagnostics;
using TestFlock.Fleet.Tests.Support;
using TestFlock.Tests.Servers;
using Xunit.Abstractions;

namespace TestFlock.Fleet.Tests;

/// <summary>A run that is not wanted any more.</summary>
public sealed class CancelledRunTests(ITestOutputHelper output) : IAsyncLifetime
{
    private const string Told = "Passed Fleet.Suite.WaitingTests.";

    private readonly Support.Fleet _fleet = new() { HasNewBroker = true };

    public Task InitializeAsync() => _fleet.InitializeAsync();

    public Task DisposeAsync() => _fleet.DisposeAsync();

    [Fact]
    public async Task Ctrl_C_stops_the_tests_on_all_agents_and_reports_what_there_is()
    {
        var run = await StartHalfDoneRunAsync();

        // The platform keeps results up to 1.5 s before it tells them, and forgets them at the signal, as natively.
        await run.ConsoleLineAsync(Told);
        var stopped = Stopwatch.StartNew();

        run.Interrupt();

        await ShouldStopAsync(run, stopped);
        (await run.EndAsync()).ShouldNotBe(0, run.Console);

        // Whether there is a TRX depends, as natively, on whether dotnet or the platform hears of the signal first.
        var ended = run.Journal.All.Where(e => e.What == "end").Select(e => e.Test).ToArray();
        ended.Length.ShouldBeLessThan(12, "The run was to be cut off.");
        TestsToldIn(run.Console).ShouldBeUnique();
        TestsToldIn(run.Console).ShouldBeSubsetOf(ended);
        await NothingIsLeftAsync();
    }

    [Fact]
    public async Task Somebody_elses_cancellation_stops_them_too_and_the_rest_is_told_as_cancelled()
    {
        var run = await StartHalfDoneRunAsync();
        (await run.ConsoleLineAsync(" slots busy")).ShouldContain("/12 done, ");
        var told = await run.ConsoleLineAsync("testflock cancel ");
        var id = told[(told.LastIndexOf(' ') + 1)..];

        (await _fleet.RunProgramAsync("cancel", id)).ShouldContain($"Run {id} is being cancelled.");
        var stopped = Stopwatch.StartNew();

        await ShouldStopAsync(run, stopped);
        (await run.EndAsync()).ShouldBe(1, run.Console);
        run.Results.Count.ShouldBe(12, run.Console);
        run.Results.ShouldContain(r => r.Outcome == "Passed");
        run.Results.Where(r => r.Outcome != "Passed").ShouldAllBe(
            r => r.Error.StartsWith("TestFlock: cancelled.", StringComparison.Ordinal));
        await NothingIsLeftAsync();
        (await _fleet.RunProgramAsync("cancel", id)).ShouldContain($"There is no run '{id}' at redis://");
    }

    private async Task<FleetRun> StartHalfDoneRunAsync()
    {
        await _fleet.StartAgentAsync("host-1");
        await _fleet.StartAgentAsync("host-2");
        var run = _fleet.StartRun(
            FleetSuite.Waiting, new FleetSettings { Seconds = 5, Filter = "FullyQualifiedName~Waits" });
        await run.Journal.UntilAsync(all => all.Count(e => e.What == "end") >= 3 && Running(all).Count >= 2);
        return run;
    }

    private async Task ShouldStopAsync(FleetRun run, Stopwatch stopped)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (Running(run.Journal.All).Any(e => ProcessFamily.IsAlive(e.Process)))
            await Task.Delay(TimeSpan.FromMilliseconds(20), limit.Token);
        output.WriteLine($"All tests had stopped {stopped.Elapsed.TotalSeconds:0.0} s after the wish (promised: 2 s).");
    }

    private static string[] TestsToldIn(string console) =>
    [
        .. console.Split('\n').Where(line => line.Contains(Told, StringComparison.Ordinal))
            .Select(line => line.Split(Told)[1].Split(' ')[0]),
    ];

    private static bool IsOfRun(string key) =>
        new[] { ":run:", ":claims:", ":done:", ":lease:" }.Any(part => key.Contains(part, StringComparison.Ordinal));

    private static List<FleetJournal.Entry> Running(IReadOnlyList<FleetJournal.Entry> all) =>
        [.. all.Where(b => b.What == "begin" && !all.Any(e => e.What == "end" && e.Test == b.Test))];

    private async Task NothingIsLeftAsync()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        using var redis = await RawRedis.OpenAsync(_fleet.Redis.Uri);
        while ((await _fleet.RabbitMq.FindQueuesAsync()).Count > 1 || (await redis.FindKeysAsync()).Any(IsOfRun))
            await Task.Delay(TimeSpan.FromMilliseconds(100), limit.Token);
        (await _fleet.RabbitMq.FindQueuesAsync()).ShouldBe(["testflock.aside"]);
    }
}
