using System.Text;
using RabbitMQ.Client;
using TestFlock.Fleet.Tests.Support;
using TestFlock.Tests.Servers;

namespace TestFlock.Fleet.Tests;

/// <summary>A stranger with the servers' passwords writes into every queue and channel while a run goes on.</summary>
public sealed class RubbishTests : IAsyncLifetime
{
    private const int LongerThanAnyOfOurs = 33 * 1024 * 1024;
    private const string Aside = "testflock.aside";
    private static readonly string[] Reasons = ["Malformed", "Oversized", "OtherProtocol", "Foreign"];

    private readonly Support.Fleet _fleet = new() { HasNewBroker = true };

    public Task InitializeAsync() => _fleet.InitializeAsync();

    public Task DisposeAsync() => _fleet.DisposeAsync();

    [Fact]
    public async Task It_is_counted_set_aside_and_logged_once_and_replays_change_nothing()
    {
        await _fleet.RabbitMq.ControlAsync("trace_on");
        await using var stranger = await RawQueue.OpenAsync(_fleet.RabbitMq.Uri);
        var tap = await stranger.TapAsync();
        var agent = await _fleet.StartAgentAsync("host-1", slots: 1);

        // A test that waits for its agent keeps the run going until everything before it was read.
        var run = _fleet.StartRun(
            FleetSuite.Waiting,
            new FleetSettings { Seconds = 1, Filter = "FullyQualifiedName~Waits_0|FullyQualifiedName~browser" });
        await run.Journal.UntilAsync(all => all.Count(e => e.What == "end") >= 2);

        var queues = (await _fleet.RabbitMq.FindQueuesAsync())
            .Where(q => q.StartsWith("testflock.", StringComparison.Ordinal) && q != Aside)
            .ToArray();
        var reports = queues.Single(q => q.StartsWith("testflock.reports.", StringComparison.Ordinal));
        var id = reports["testflock.reports.".Length..];
        queues.Length.ShouldBe(3);
        var replays = (await stranger.FindTappedAsync(tap)).Where(m => queues.Contains(m.Queue)).ToArray();
        replays.Select(m => m.Queue).Distinct().ShouldBe(queues, ignoreOrder: true);
        // The agent reads that of the many tests; the other waits for a browser.
        var work = replays.Where(m => m.Queue != reports).CountBy(m => m.Queue).MaxBy(queue => queue.Value).Key;
        foreach (var (queue, body) in replays.Concat(replays))
            await stranger.SendAsync(queue, body);
        foreach (var queue in queues)
            await PourAsync(stranger, queue);
        await PourIntoRedisAsync(id);

        // Five of each of the queues that are read now.
        await UntilAsync(async () => await stranger.CountAsync(Aside) == 10);
        foreach (var reason in Reasons)
        {
            Told(agent.Log, work, reason).ShouldBe(1, agent.Log);
            Told(run.Log, reports, reason).ShouldBe(1, run.Log);
        }

        await _fleet.StartAgentAsync("browsing", 1, "--capability", "browser=chrome");
        (await run.EndAsync()).ShouldBe(0, run.Console);
        run.Results.Count.ShouldBe(10);
        run.Results.Select(r => r.Name).ShouldBeUnique();
        run.Results.ShouldAllBe(r => r.Outcome == "Passed");
        run.Journal.Begun.Select(e => e.Test).ShouldBeUnique();
    }

    private static async Task PourAsync(RawQueue stranger, string queue)
    {
        var future = new BasicProperties
        {
            Headers = new Dictionary<string, object?> { ["testflock-protocol"] = 99, ["testflock-needs"] = 99 },
        };
        await stranger.SendAsync(queue, "not json"u8.ToArray());
        await stranger.SendAsync(queue, "{}"u8.ToArray());
        await stranger.SendAsync(queue, new byte[LongerThanAnyOfOurs]);
        await stranger.SendAsync(queue, "a shape of tomorrow"u8.ToArray(), future);
        await stranger.SendAsync(queue, Encoding.UTF8.GetBytes(
            """
            {"protocol":2,"needs":1,"run":"another","id":"b","batch":"b","execution":"0f8fad5b-d9cb-469f-a165-70867728950e",
             "agent":"a","slot":1,"units":[],"events":[]}
            """));
    }

    private async Task PourIntoRedisAsync(string run)
    {
        using var stranger = await RawRedis.OpenAsync(_fleet.Redis.Uri);
        foreach (var channel in new[] { "all", "wake:host-1", $"run:{run}" })
        {
            foreach (
                var rubbish in new[] { "", "gone", "gone ../../x", "stop ", "no such word", new string('x', 100_000),
                    "\0" })
                await stranger.ExecuteAsync("PUBLISH", $"{{testflock}}:{channel}", rubbish);
        }
    }

    private static int Told(string log, string queue, string reason) => log.Split('\n')
        .Count(line => line.Contains($"A message in {queue} was set aside ({reason}:", StringComparison.Ordinal));

    private static async Task UntilAsync(Func<Task<bool>> isSo)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (!await isSo())
            await Task.Delay(TimeSpan.FromMilliseconds(100), limit.Token);
    }
}
