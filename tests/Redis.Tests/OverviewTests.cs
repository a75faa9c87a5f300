using TestFlock.Core.Coordination;
using TestFlock.Core.Overview;
using TestFlock.Core.Progress;
using TestFlock.Redis.Overview;
using TestFlock.Tests.Conformance;
using TestFlock.Tests.Conformance.Coordination;
using TestFlock.Tests.Servers;

namespace TestFlock.Redis.Tests;

/// <summary>What people see of agents, runs and environments.</summary>
[Collection(RedisCollection.Name)]
public sealed class OverviewTests : CoordinationSuite
{
    private static readonly EnvironmentCapacity Staging = new("staging", 2);

    private readonly RedisUnderTest _redis;

    public OverviewTests(RedisFixture redis)
        : this(new RedisUnderTest(redis))
    {
    }

    private OverviewTests(RedisUnderTest redis)
        : base(redis) => _redis = redis;

    [Fact]
    public async Task It_shows_what_slots_run_who_holds_capacity_and_how_far_runs_are()
    {
        await using var control = await _redis.ConnectControlAsync();
        await using var run = await OpenAsync(Staging, RunPriority.Release);
        await using var agent = await RegisterAsync("host-7");
        await run.AddAsync("", 3, TimeSpan.Zero, Soon);
        await using var lease = await agent.PickAsync(4, Soon);
        lease.What = "Shop.Cart (+2)";
        await lease.ClaimAsync(Some.Batch(run.Id).Id, Soon);
        run.Registration.TellProgress(new RunProgress
        {
            Total = 9,
            Done = 3,
            Failed = 2,
            Flaky = 1,
            SlotsBusy = 1,
            LeftAtLeast = TimeSpan.FromSeconds(4),
            LeftAtMost = TimeSpan.FromSeconds(5),
            WaitsFor = WaitReason.Of(WaitKind.Capacity, "room"),
        });

        var seen = await UntilAsync(control, overview => overview.Runs is [{ Progress: not null }]);

        var host = seen.Agents.ShouldHaveSingleItem();
        (host.Description.Name, host.Description.Version, host.IsDraining).ShouldBe(("host-7", "1.2.3", false));
        var work = seen.WorkOf(host).ShouldHaveSingleItem();
        (work.Slot, work.Run, work.Environment, work.What).ShouldBe((4, run.Id, "staging", "Shop.Cart (+2)"));
        var shown = seen.Runs.ShouldHaveSingleItem();
        (shown.Id, shown.Suite, shown.Priority).ShouldBe((run.Id, "checkout", RunPriority.Release));
        shown.Waiting.ShouldBe(new Dictionary<string, int> { [""] = 2 });
        shown.Progress.ShouldNotBeNull().Done.ShouldBe(3);
        shown.Progress.WaitsFor.ShouldBe(new WaitReason(WaitKind.Capacity, "room"));
        seen.Environments.ShouldHaveSingleItem().ShouldBe(new EnvironmentState("staging", 2, 1));
    }

    [Fact]
    public async Task What_an_agent_and_a_run_of_the_version_before_do_not_tell_is_left_open()
    {
        await using var control = await _redis.ConnectControlAsync();
        await using var run = await OpenAsync();
        await using var agent = await RegisterAsync("host-7");
        await run.AddAsync("", 1, TimeSpan.Zero, Soon);
        await using var lease = await agent.PickAsync(1, Soon);
        using var raw = await _redis.OpenRawAsync();
        foreach (var key in await raw.FindKeysAsync())
        {
            if (key.Contains(":run:", StringComparison.Ordinal))
                await raw.ExecuteAsync("HDEL", key, "suite", "owner", "began", "progress");
            if (key.Contains(":agent:", StringComparison.Ordinal))
                await raw.ExecuteAsync("HDEL", key, "drains");
        }

        var seen = await control.LookAsync(Soon);

        var shown = seen.Runs.ShouldHaveSingleItem();
        (shown.Suite, shown.Owner, shown.OpenFor, shown.Progress).ShouldBe((null, null, null, null));
        seen.Work.ShouldHaveSingleItem().What.ShouldBeNull();
        seen.Agents.ShouldHaveSingleItem();
        (await control.DrainAsync("host-7", Soon)).ShouldBe(DrainAnswer.TooOld);
        (await control.DrainAsync("host-8", Soon)).ShouldBe(DrainAnswer.NoSuchAgent);
    }

    [Fact]
    public async Task An_agent_hears_that_it_is_to_drain_and_nobody_counts_on_its_free_slots()
    {
        await using var control = await _redis.ConnectControlAsync();
        await using var agent = await RegisterAsync("host-7");
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var hearing = agent.Registration.DrainRequested.Register(() => asked.TrySetResult());

        (await control.DrainAsync("host-7", Soon)).ShouldBe(DrainAnswer.Asked);
        await asked.Task.WaitAsync(Soon);
        agent.Registration.TellDrain();

        (await UntilAsync(control, overview => overview.Agents is [{ IsDraining: true }])).Agents.Count.ShouldBe(1);
    }

    [Fact]
    public async Task It_tells_the_servers_version_and_clock()
    {
        await using var control = await _redis.ConnectControlAsync();

        var info = await control.FindServerAsync(Soon);

        Version.Parse(info.Version).Major.ShouldBeGreaterThanOrEqualTo(5);
        info.Find("maxmemory_policy").ShouldNotBeNull();
        (TimeProvider.System.GetUtcNow() - info.Time).Duration().ShouldBeLessThan(TimeSpan.FromMinutes(1));
    }

    private static async Task<FlockOverview> UntilAsync(RedisFlockControl control, Func<FlockOverview, bool> isSo)
    {
        var soon = Soon;
        while (true)
        {
            var overview = await control.LookAsync(soon);
            if (isSo(overview))
                return overview;
            await Task.Delay(TimeSpan.FromMilliseconds(50), soon);
        }
    }
}
