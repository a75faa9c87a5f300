using TestFlock.Contracts;
using TestFlock.Core.Coordination;
using TestFlock.Tests.Servers;

namespace TestFlock.Tests.Conformance.Coordination;

/// <summary>What a coordination that many machines share promises on top: any of them, and the network, may fail at any moment.</summary>
public abstract class SharedCoordinationConformance : CoordinationConformance
{
    /// <summary>Connects through a network of its own, which the test can break without anybody else noticing.</summary>
    protected abstract Task<IAgentCoordination> ConnectAgentAsync(LoopbackRelay network);

    /// <inheritdoc cref="ConnectAgentAsync(LoopbackRelay)"/>
    protected abstract Task<IRunCoordination> ConnectRunAsync(LoopbackRelay network);

    protected abstract LoopbackRelay NewNetwork();

    /// <summary>Does what a person beside the coordinator does.</summary>
    protected abstract Task CancelRunAsync(RunId run);

    [Fact]
    public async Task Shares_are_of_slot_time_not_of_batches()
    {
        await using var agent = await RegisterAsync();
        await using var slow = await OpenAsync();
        await using var quick = await OpenAsync();
        await slow.AddAsync("", 100, TimeSpan.FromSeconds(300), Soon);
        await quick.AddAsync("", 100, TimeSpan.FromSeconds(100), Soon);

        var picked = await PickManyAsync(agent, 32);

        picked.Count(l => l.Queue.Run == slow.Id).ShouldBeInRange(7, 9);
    }

    [Fact]
    public async Task The_smallest_capacity_that_anybody_believes_in_counts()
    {
        var environment = SomeEnvironment(5);
        await using var agent = await RegisterAsync();
        await using var trusting = await OpenAsync(environment);
        var careful = await OpenAsync(environment with { Capacity = 1 });
        await trusting.AddAsync("", 3, TimeSpan.Zero, Soon);
        await using var first = await agent.PickAsync(1, Soon);
        var second = agent.PickAsync(2, Soon);
        second.IsCompleted.ShouldBeFalse();

        await careful.DisposeAsync();

        await (await second).DisposeAsync();
    }

    [Fact]
    public async Task A_cancellation_that_somebody_asks_for_reaches_the_coordinator()
    {
        await using var run = await OpenAsync();
        var asked = new TaskCompletionSource();
        await using var registration = run.Registration.CancelRequested.Register(() => asked.TrySetResult());

        await CancelRunAsync(run.Id);

        await asked.Task.WaitAsync(Soon);
    }

    [Fact]
    public async Task What_a_dead_agent_had_claimed_is_free_once_it_is_known_to_be_dead()
    {
        await using var network = NewNetwork();
        var dying = await RegisterOverAsync(network, "host-1");
        await using var other = await RegisterAsync("host-2");
        await using var run = await OpenAsync();
        await run.AddAsync("", 1, TimeSpan.Zero, Soon);
        var batch = Some.Batch(run.Id).Id;
        var dead = await dying.PickAsync(1, Soon);
        await dead.ClaimAsync(batch, Soon);

        network.Refuse();
        while (await other.Registration.PeekClaimAsync(run.Id, batch, Soon) == ClaimAnswer.Held)
            await Task.Yield();

        (await run.Registration.FindClaimedAsync([batch], Soon)).ShouldBeEmpty();
        (await run.Registration.FindAgentsAsync(Soon)).ShouldNotContain(a => a.Name == "host-1");
        await run.Registration.SyncAsync("", 1, Soon);
        await using var next = await other.PickAsync(1, Soon);
        (await next.ClaimAsync(batch, Soon)).ShouldBe(ClaimAnswer.Granted);

        network.Restore();
        await LostAsync(dead);
        dead.Loss.ShouldBe(LeaseLoss.Expired);
        await dying.DisposeAsync();
        (await next.ClaimAsync(batch, Soon)).ShouldBe(ClaimAnswer.Granted);
    }

    [Fact]
    public async Task Capacity_of_an_agent_that_cannot_be_heard_comes_back_only_after_it_stopped_by_itself()
    {
        var environment = SomeEnvironment(1);
        await using var network = NewNetwork();
        var dying = await RegisterOverAsync(network, "host-1");
        await using var other = await RegisterAsync("host-2");
        await using var run = await OpenAsync(environment);
        await run.AddAsync("", 2, TimeSpan.Zero, Soon);
        var held = await dying.PickAsync(1, Soon);
        var picking = other.PickAsync(1, Soon);
        var stopped = false;
        await using var registration = held.Lost.Register(() => stopped = true);

        network.Silence();
        await using var next = await picking;

        stopped.ShouldBeTrue();
        held.Loss.ShouldBe(LeaseLoss.Expired);
        next.FencingNumber.ShouldBeGreaterThan(held.FencingNumber);
        network.Restore();
        await dying.DisposeAsync();
    }

    [Fact]
    public async Task A_lease_without_an_environment_outlives_a_silence_that_nobody_used()
    {
        await using var network = NewNetwork();
        await using var agent = await RegisterOverAsync(network, "host-1");
        await using var other = await RegisterAsync("host-2");
        await using var run = await OpenAsync();
        await run.AddAsync("", 1, TimeSpan.Zero, Soon);
        await using var lease = await agent.PickAsync(1, Soon);
        var batch = Some.Batch(run.Id).Id;
        await lease.ClaimAsync(batch, Soon);

        network.Refuse();
        while (await other.Registration.PeekClaimAsync(run.Id, batch, Soon) == ClaimAnswer.Held)
            await Task.Yield();
        network.Restore();

        while (await other.Registration.PeekClaimAsync(run.Id, batch, Soon) != ClaimAnswer.Held)
            await Task.Yield();
        lease.Loss.ShouldBeNull();
        while ((await run.Registration.FindAgentsAsync(Soon)).All(a => a.Name != "host-1"))
            await Task.Yield();
        await lease.FinishAsync(batch, Soon);
        (await other.Registration.PeekClaimAsync(run.Id, batch, Soon)).ShouldBe(ClaimAnswer.Done);
    }

    [Fact]
    public async Task When_a_coordinator_dies_its_leases_are_lost_and_its_run_is_known_no_more()
    {
        await using var network = NewNetwork();
        await using var agent = await RegisterAsync();
        var dying = await OpenRun.OpenAsync(
            await ConnectRunAsync(network), new RunShare { Priority = RunPriority.Normal }, Soon);
        await dying.AddAsync("", 2, TimeSpan.Zero, Soon);
        await using var lease = await agent.PickAsync(1, Soon);

        network.Refuse();

        await LostAsync(lease);
        lease.Loss.ShouldBe(LeaseLoss.RunGone);
        (await agent.Registration.FindManifestAsync(dying.Id, Soon)).ShouldBeNull();
        network.Restore();
        await dying.DisposeAsync();
    }

    [Fact]
    public async Task A_coordinator_that_was_away_for_too_long_tells_its_run_again()
    {
        await using var network = NewNetwork();
        await using var agent = await RegisterAsync();
        await using var run = await OpenRun.OpenAsync(
            await ConnectRunAsync(network), new RunShare { Priority = RunPriority.Normal }, Soon);
        await run.AddAsync("", 1, TimeSpan.Zero, Soon);
        await using var lost = await agent.PickAsync(1, Soon);

        network.Refuse();
        await LostAsync(lost);
        network.Restore();
        await run.Registration.SyncAsync("", 1, Soon);

        await using var next = await agent.PickAsync(2, Soon);
        next.Queue.Run.ShouldBe(run.Id);
        (await agent.Registration.FindManifestAsync(run.Id, Soon)).ShouldNotBeNull();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Calls_wait_out_a_server_that_cannot_be_reached(bool silent)
    {
        await using var network = NewNetwork();
        await using var agent = await RegisterOverAsync(network, "host-1");
        await using var run = await OpenRun.OpenAsync(
            await ConnectRunAsync(network), new RunShare { Priority = RunPriority.Normal }, Soon);
        await run.AddAsync("", 1, TimeSpan.Zero, Soon);
        await using var lease = await agent.PickAsync(1, Soon);
        var batch = Some.Batch(run.Id).Id;

        if (silent)
            network.Silence();
        else
            network.Refuse();
        var adding = run.AddAsync("", 1, TimeSpan.Zero, Soon);
        var claiming = lease.ClaimAsync(batch, Soon);
        var picking = agent.PickAsync(2, Soon);
        new Task[] { adding, claiming, picking }.ShouldAllBe(call => !call.IsCompleted);
        network.Restore();

        await adding;
        (await claiming).ShouldBe(ClaimAnswer.Granted);
        await (await picking).DisposeAsync();
        await lease.FinishAsync(batch, Soon);
    }

    [Fact]
    public async Task A_call_that_waits_for_the_server_can_be_cancelled()
    {
        await using var network = NewNetwork();
        await using var agent = await RegisterOverAsync(network, "host-1");
        await using var run = await OpenRun.OpenAsync(
            await ConnectRunAsync(network), new RunShare { Priority = RunPriority.Normal }, Soon);
        using var end = new CancellationTokenSource();
        network.Refuse();
        var calls = new Task[] { run.AddAsync("", 1, TimeSpan.Zero, end.Token), agent.PickAsync(1, end.Token) };

        await end.CancelAsync();

        foreach (var call in calls)
            await Should.ThrowAsync<OperationCanceledException>(call);
        network.Restore();
    }

    [Fact]
    public async Task A_living_agents_name_is_refused_to_another_and_a_dead_ones_is_not()
    {
        await using var network = NewNetwork();
        var dying = await RegisterOverAsync(network, "host-1");
        var refused = await Should.ThrowAsync<CoordinationException>(RegisterAsync("host-1"));
        refused.Message.ShouldContain("'host-1'");

        network.Refuse();
        await using var successor = await RegisterAsync("host-1");

        network.Restore();
        await dying.DisposeAsync();
        await using var run = await OpenAsync();
        (await run.Registration.FindAgentsAsync(Soon)).Count(a => a.Name == "host-1").ShouldBe(1);
    }

    [Fact]
    public async Task Capacity_is_never_exceeded_while_agents_come_and_go()
    {
        const int Capacity = 5, Agents = 6, Slots = 4, Batches = 600;
        var environment = SomeEnvironment(Capacity);
        await using var run = await OpenAsync(environment);
        await run.AddAsync("", Batches, TimeSpan.Zero, Soon);
        var gauge = new CapacityGauge();
        using var end = new CancellationTokenSource();
        var networks = Enumerable.Range(0, Agents).Select(_ => NewNetwork()).ToArray();
        var agents = await Task.WhenAll(networks.Select((network, i) => RegisterOverAsync(network, $"host-{i}")));
        var slots = agents.SelectMany(a => Enumerable.Range(1, Slots).Select(s => gauge.WorkAsync(a.Registration, s, end.Token))).ToArray();

        // A seed of its own in the failure message would help nobody: the network's timing is not reproducible.
        for (var i = 0; gauge.Done < Batches; i++)
        {
            await ReachAsync(Math.Min(Batches, gauge.Done + 75));
            networks[i % Agents].Cut();
        }

        // What a cut took away is counted in again by the coordinator, which compares again and again.
        async Task ReachAsync(int done)
        {
            var reached = gauge.DoneAsync(done, Soon);
            while (await Task.WhenAny(reached, Task.Delay(TimeSpan.FromMilliseconds(500), Soon)) != reached)
                await run.Registration.SyncAsync("", Math.Max(0, Batches - gauge.Done), Soon);
            await reached;
        }

        await end.CancelAsync();
        await Task.WhenAll(slots);
        gauge.Most.ShouldBeInRange(2, Capacity);
        foreach (var agent in agents)
            await agent.DisposeAsync();
        foreach (var network in networks)
            await network.DisposeAsync();
    }

    private async Task<RegisteredAgent> RegisterOverAsync(LoopbackRelay network, string name) =>
        await RegisteredAgent.RegisterAsync(await ConnectAgentAsync(network), name, new() { ["os"] = "linux" }, Soon);
}
