using TestFlock.Core.Coordination;
using TestFlock.Core.Transport;
using TestFlock.Core.Wire;

namespace TestFlock.Tests.Conformance.Coordination;

/// <summary>Runs and agents are known while they live.</summary>
public abstract class RunLifeConformance(CoordinationUnderTest coordination) : CoordinationSuite(coordination)
{
    [Fact]
    public async Task A_run_that_is_stopped_takes_its_leases_and_gives_no_more()
    {
        await using var agent = await RegisterAsync();
        await using var run = await OpenAsync();
        await using var other = await OpenAsync();
        await run.AddAsync("", 5, TimeSpan.Zero, Soon);
        await using var lease = await agent.PickAsync(1, Soon);

        await run.Registration.StopAsync(Soon);

        await LostAsync(lease);
        lease.Loss.ShouldBe(LeaseLoss.RunCancelled);
        await other.AddAsync("", 1, TimeSpan.Zero, Soon);
        await using var next = await agent.PickAsync(2, Soon);
        next.Queue.Run.ShouldBe(other.Id);
    }

    [Fact]
    public async Task A_run_that_ended_takes_its_leases_and_is_known_no_more()
    {
        await using var agent = await RegisterAsync();
        var run = await OpenAsync();
        await run.AddAsync("", 5, TimeSpan.Zero, Soon);
        await using var lease = await agent.PickAsync(1, Soon);
        var batch = Some.Batch(run.Id).Id;
        await lease.ClaimAsync(batch, Soon);

        await run.DisposeAsync();

        await LostAsync(lease);
        lease.Loss.ShouldBe(LeaseLoss.RunGone);
        (await agent.Registration.FindManifestAsync(run.Id, Soon)).ShouldBeNull();
        (await agent.Registration.PeekClaimAsync(run.Id, batch, Soon)).ShouldBe(ClaimAnswer.Done);
        await agent.Registration.PutBackAsync(new QueueName(run.Id, ""), Soon);
    }

    [Fact]
    public async Task A_run_id_is_used_once()
    {
        await using var run = await OpenAsync();
        await using var coordination = await Coordination.ConnectRunAsync();

        await Should.ThrowAsync<CoordinationException>(
            coordination.OpenAsync(Some.Manifest(run.Id), new RunShare { Priority = RunPriority.Normal }, Soon));
    }

    [Fact]
    public async Task The_manifest_is_handed_on_whole()
    {
        await using var agent = await RegisterAsync();
        await using var run = await OpenAsync();

        var manifest = await agent.Registration.FindManifestAsync(run.Id, Soon);

        // As it would be written: of lists, the kind does not count.
        StrictJson.Write(manifest.ShouldNotBeNull()).ShouldBe(StrictJson.Write(Some.Manifest(run.Id)));
        (await agent.Registration.FindManifestAsync(Some.Run(), Soon)).ShouldBeNull();
    }

    [Fact]
    public async Task A_living_agent_is_listed_with_what_it_offers()
    {
        await using var run = await OpenAsync();
        var agent = await RegisterAsync("host-1", new() { ["os"] = "linux", ["browser"] = "chrome" });

        (await run.Registration.FindAgentsAsync(Soon)).ShouldContain(
            a => a.Name == "host-1" && a.Slots == 32 && a.Capabilities["browser"] == "chrome");

        await agent.DisposeAsync();
        (await run.Registration.FindAgentsAsync(Soon)).ShouldNotContain(a => a.Name == "host-1");
    }
}
