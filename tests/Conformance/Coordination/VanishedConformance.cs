using TestFlock.Core.Coordination;

namespace TestFlock.Tests.Conformance.Coordination;

/// <summary>Whoever cannot be heard is believed dead after a time, and may come back.</summary>
public abstract class VanishedConformance(SharedCoordinationUnderTest coordination) : CoordinationSuite(coordination)
{
    [Fact]
    public async Task What_a_dead_agent_had_claimed_is_free_once_it_is_known_to_be_dead()
    {
        await using var network = coordination.NewNetwork();
        var dying = await RegisterOverAsync(coordination, network, "host-1");
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
    public async Task A_lease_without_an_environment_outlives_a_silence_that_nobody_used()
    {
        await using var network = coordination.NewNetwork();
        await using var agent = await RegisterOverAsync(coordination, network, "host-1");
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
        await using var network = coordination.NewNetwork();
        await using var agent = await RegisterAsync();
        var dying = await OpenRun.OpenAsync(
            await coordination.ConnectRunAsync(network), new RunShare { Priority = RunPriority.Normal }, Soon);
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
        await using var network = coordination.NewNetwork();
        await using var agent = await RegisterAsync();
        await using var run = await OpenRun.OpenAsync(
            await coordination.ConnectRunAsync(network), new RunShare { Priority = RunPriority.Normal }, Soon);
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

    [Fact]
    public async Task A_living_agents_name_is_refused_to_another_and_a_dead_ones_is_not()
    {
        await using var network = coordination.NewNetwork();
        var dying = await RegisterOverAsync(coordination, network, "host-1");
        var refused = await Should.ThrowAsync<CoordinationException>(RegisterAsync("host-1"));
        refused.Message.ShouldContain("'host-1'");

        network.Refuse();
        await using var successor = await RegisterAsync("host-1");

        network.Restore();
        await dying.DisposeAsync();
        await using var run = await OpenAsync();
        (await run.Registration.FindAgentsAsync(Soon)).Count(a => a.Name == "host-1").ShouldBe(1);
    }
}
