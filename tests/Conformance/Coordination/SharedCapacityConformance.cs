using TestFlock.Core.Coordination;

namespace TestFlock.Tests.Conformance.Coordination;

/// <summary>Shares and capacity over many machines, any of which may be cut off at any moment.</summary>
public abstract class SharedCapacityConformance(
    SharedCoordinationUnderTest coordination) : CoordinationSuite(coordination)
{
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
    public async Task Capacity_of_an_agent_that_cannot_be_heard_comes_back_only_after_it_stopped_by_itself()
    {
        var environment = SomeEnvironment(1);
        await using var network = coordination.NewNetwork();
        var dying = await RegisterOverAsync(coordination, network, "host-1");
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
    public async Task Capacity_is_never_exceeded_while_agents_come_and_go()
    {
        const int Capacity = 5, Agents = 6, Slots = 4, Batches = 600;
        var environment = SomeEnvironment(Capacity);
        await using var run = await OpenAsync(environment);
        await run.AddAsync("", Batches, TimeSpan.Zero, Soon);
        var gauge = new CapacityGauge();
        using var end = new CancellationTokenSource();
        var networks = Enumerable.Range(0, Agents).Select(_ => coordination.NewNetwork()).ToArray();
        var agents = await Task.WhenAll(
            networks.Select((network, i) => RegisterOverAsync(coordination, network, $"host-{i}")));
        var slots = agents.SelectMany(
            a => Enumerable.Range(1, Slots).Select(s => gauge.WorkAsync(a.Registration, s, end.Token))).ToArray();

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
}
