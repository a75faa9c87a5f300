using TestFlock.Core.Coordination;
using TestFlock.Core.Transport;

namespace TestFlock.Tests.Conformance.Coordination;

/// <summary>What every coordination promises, wherever its memory is.</summary>
public abstract class CoordinationConformance
{
    /// <summary>What hangs must fail; nothing here takes more than a fraction of it.</summary>
    protected static CancellationToken Soon => new CancellationTokenSource(TimeSpan.FromMinutes(1)).Token;

    protected abstract Task<IRunCoordination> ConnectRunAsync();

    protected abstract Task<IAgentCoordination> ConnectAgentAsync();

    [Fact]
    public async Task A_slot_waits_until_something_is_added()
    {
        await using var agent = await RegisterAsync();
        await using var run = await OpenAsync();
        var picking = agent.PickAsync(1, Soon);
        picking.IsCompleted.ShouldBeFalse();

        await run.AddAsync("os=linux", 1, TimeSpan.Zero, Soon);

        await using var lease = await picking;
        lease.Queue.ShouldBe(new QueueName(run.Id, "os=linux"));
        lease.Loss.ShouldBeNull();
        lease.Lost.IsCancellationRequested.ShouldBeFalse();
    }

    [Fact]
    public async Task An_agent_gets_only_what_it_can_run()
    {
        await using var linux = await RegisterAsync("host-1", new() { ["os"] = "linux", ["dotnet"] = "10.0" });
        await using var windows = await RegisterAsync("host-2", new() { ["os"] = "windows", ["dotnet"] = "10.0" });
        await using var run = await OpenAsync();
        var pickings = new[] { linux.PickAsync(1, Soon), windows.PickAsync(1, Soon) };

        await run.AddAsync("os=windows", 1, TimeSpan.Zero, Soon);
        await using var onWindows = await pickings[1];
        pickings[0].IsCompleted.ShouldBeFalse();
        await run.AddAsync("dotnet>=10; os=linux", 1, TimeSpan.Zero, Soon);
        await using var onLinux = await pickings[0];

        onWindows.Queue.Requirements.ShouldBe("os=windows");
        onLinux.Queue.Requirements.ShouldBe("dotnet>=10; os=linux");
    }

    [Fact]
    public async Task As_many_leases_are_given_as_batches_were_added()
    {
        await using var agent = await RegisterAsync();
        await using var run = await OpenAsync();
        await run.AddAsync("", 2, TimeSpan.Zero, Soon);

        await using var first = await agent.PickAsync(1, Soon);
        await using var second = await agent.PickAsync(2, Soon);
        var third = agent.PickAsync(3, Soon);
        third.IsCompleted.ShouldBeFalse();

        await run.AddAsync("", 1, TimeSpan.Zero, Soon);
        await (await third).DisposeAsync();
    }

    [Fact]
    public async Task A_lease_that_found_nothing_is_not_counted_in_again_and_a_returned_batch_is()
    {
        await using var agent = await RegisterAsync();
        await using var run = await OpenAsync();
        await run.AddAsync("", 1, TimeSpan.Zero, Soon);
        await (await agent.PickAsync(1, Soon)).DisposeAsync();
        var next = agent.PickAsync(1, Soon);

        next.IsCompleted.ShouldBeFalse();
        await agent.Registration.PutBackAsync(new QueueName(run.Id, ""), Soon);

        await (await next).DisposeAsync();
    }

    [Fact]
    public async Task A_slot_that_stops_waiting_leaves_the_batch_to_another()
    {
        await using var agent = await RegisterAsync("host-1");
        await using var other = await RegisterAsync("host-2");
        await using var run = await OpenAsync();
        using var drain = new CancellationTokenSource();
        var given = agent.PickAsync(1, drain.Token);
        var picking = other.PickAsync(1, Soon);

        await drain.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(given);
        await run.AddAsync("", 1, TimeSpan.Zero, Soon);

        await (await picking).DisposeAsync();
    }

    [Fact]
    public async Task A_batch_has_one_owner_until_it_is_done_and_none_after()
    {
        await using var agent = await RegisterAsync("host-1");
        await using var other = await RegisterAsync("host-2");
        await using var run = await OpenAsync();
        await run.AddAsync("", 2, TimeSpan.Zero, Soon);
        await using var owner = await agent.PickAsync(1, Soon);
        await using var second = await other.PickAsync(1, Soon);
        var batch = Some.Batch(run.Id).Id;

        (await other.Registration.PeekClaimAsync(run.Id, batch, Soon)).ShouldBe(ClaimAnswer.Granted);
        (await owner.ClaimAsync(batch, Soon)).ShouldBe(ClaimAnswer.Granted);
        (await second.ClaimAsync(batch, Soon)).ShouldBe(ClaimAnswer.Held);
        (await other.Registration.PeekClaimAsync(run.Id, batch, Soon)).ShouldBe(ClaimAnswer.Held);
        (await run.Registration.FindClaimedAsync([batch, Some.Batch(run.Id).Id], Soon)).ShouldBe([batch]);

        await owner.FinishAsync(batch, Soon);

        (await second.ClaimAsync(batch, Soon)).ShouldBe(ClaimAnswer.Done);
        (await other.Registration.PeekClaimAsync(run.Id, batch, Soon)).ShouldBe(ClaimAnswer.Done);
        (await run.Registration.FindClaimedAsync([batch], Soon)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_claim_that_was_given_back_unfinished_is_free_again()
    {
        await using var agent = await RegisterAsync();
        await using var run = await OpenAsync();
        await run.AddAsync("", 2, TimeSpan.Zero, Soon);
        var batch = Some.Batch(run.Id).Id;
        var first = await agent.PickAsync(1, Soon);
        (await first.ClaimAsync(batch, Soon)).ShouldBe(ClaimAnswer.Granted);

        await first.DisposeAsync();

        await using var second = await agent.PickAsync(2, Soon);
        (await second.ClaimAsync(batch, Soon)).ShouldBe(ClaimAnswer.Granted);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_full_environment_gives_the_next_lease_when_one_ends(bool finished)
    {
        var environment = SomeEnvironment(2);
        await using var agent = await RegisterAsync();
        await using var run = await OpenAsync(environment);
        await using var sibling = await OpenAsync(environment);
        await run.AddAsync("", 2, TimeSpan.Zero, Soon);
        await sibling.AddAsync("", 2, TimeSpan.Zero, Soon);
        var first = await agent.PickAsync(1, Soon);
        await using var second = await agent.PickAsync(2, Soon);
        var third = agent.PickAsync(3, Soon);
        third.IsCompleted.ShouldBeFalse();

        if (finished)
        {
            var batch = Some.Batch(first.Queue.Run).Id;
            await first.ClaimAsync(batch, Soon);
            await first.FinishAsync(batch, Soon);
        }

        await first.DisposeAsync();

        await (await third).DisposeAsync();
    }

    [Fact]
    public async Task A_full_environment_keeps_nobody_else_waiting()
    {
        await using var agent = await RegisterAsync();
        await using var bounded = await OpenAsync(SomeEnvironment(1));
        await bounded.AddAsync("", 10, TimeSpan.Zero, Soon);
        await using var held = await agent.PickAsync(1, Soon);
        await using var free = await OpenAsync();

        await free.AddAsync("", 1, TimeSpan.Zero, Soon);

        await using var lease = await agent.PickAsync(2, Soon);
        lease.Queue.Run.ShouldBe(free.Id);
    }

    [Fact]
    public async Task Fencing_numbers_grow()
    {
        await using var agent = await RegisterAsync();
        await using var run = await OpenAsync(SomeEnvironment(100));
        await run.AddAsync("", 20, TimeSpan.Zero, Soon);

        var numbers = new List<long>();
        for (var slot = 1; slot <= 20; slot++)
            numbers.Add((await agent.PickAsync(slot, Soon)).FencingNumber);

        numbers.ShouldBe(numbers.Distinct().Order());
    }

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
        await using var coordination = await ConnectRunAsync();

        await Should.ThrowAsync<CoordinationException>(
            coordination.OpenAsync(Some.Manifest(run.Id), new RunShare { Priority = RunPriority.Normal }, Soon));
    }

    [Fact]
    public async Task The_manifest_is_handed_on_whole()
    {
        await using var agent = await RegisterAsync();
        await using var run = await OpenAsync();

        var manifest = await agent.Registration.FindManifestAsync(run.Id, Soon);

        manifest.ShouldBeEquivalentTo(Some.Manifest(run.Id));
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

    [Fact]
    public async Task A_count_that_drifted_is_brought_in_step()
    {
        await using var agent = await RegisterAsync();
        await using var run = await OpenAsync();
        var waiting = agent.PickAsync(1, Soon);
        await run.Registration.SyncAsync("", 2, Soon);
        await using var first = await waiting;
        await using var second = await agent.PickAsync(2, Soon);

        await run.AddAsync("", 5, TimeSpan.Zero, Soon);
        await first.ClaimAsync(Some.Batch(run.Id).Id, Soon);
        await second.ClaimAsync(Some.Batch(run.Id).Id, Soon);
        await run.Registration.SyncAsync("", 0, Soon);
        var none = agent.PickAsync(3, Soon);
        await using var other = await OpenAsync();
        await other.AddAsync("", 1, TimeSpan.Zero, Soon);

        (await none).Queue.Run.ShouldBe(other.Id);
    }

    [Fact]
    public async Task Runs_of_one_class_get_the_same_however_many_batches_they_have()
    {
        await using var agent = await RegisterAsync();
        await using var small = await OpenAsync();
        await using var large = await OpenAsync();
        await large.AddAsync("", 1000, TimeSpan.Zero, Soon);
        await small.AddAsync("", 16, TimeSpan.Zero, Soon);

        var picked = await PickManyAsync(agent, 16);

        picked.Count(l => l.Queue.Run == small.Id).ShouldBeInRange(7, 9);
    }

    [Fact]
    public async Task A_higher_class_gets_more_and_none_gets_nothing()
    {
        await using var agent = await RegisterAsync();
        await using var background = await OpenAsync(priority: RunPriority.Background);
        await using var normal = await OpenAsync(priority: RunPriority.Normal);
        await using var release = await OpenAsync(priority: RunPriority.Release);
        foreach (var run in new[] { background, normal, release })
            await run.AddAsync("", 100, TimeSpan.Zero, Soon);

        var picked = await PickManyAsync(agent, 30);

        int Of(OpenRun run) => picked.Count(l => l.Queue.Run == run.Id);
        Of(release).ShouldBeGreaterThan(Of(normal));
        Of(normal).ShouldBeGreaterThan(Of(background));
        Of(background).ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task A_run_that_joins_late_neither_starves_nor_takes_everything()
    {
        await using var agent = await RegisterAsync();
        await using var old = await OpenAsync();
        await old.AddAsync("", 1000, TimeSpan.Zero, Soon);
        foreach (var lease in await PickManyAsync(agent, 32))
            await lease.DisposeAsync();
        await using var late = await OpenAsync();
        await late.AddAsync("", 1000, TimeSpan.Zero, Soon);

        var picked = await PickManyAsync(agent, 32);

        picked.Count(l => l.Queue.Run == late.Id).ShouldBeInRange(12, 30);
    }

    protected static EnvironmentCapacity SomeEnvironment(int capacity) => new($"staging {Guid.NewGuid():N}", capacity);

    protected static async Task LostAsync(ISlotLease lease)
    {
        var lost = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = lease.Lost.Register(() => lost.TrySetResult());
        await lost.Task.WaitAsync(Soon);
    }

    protected static async Task<IReadOnlyList<ISlotLease>> PickManyAsync(RegisteredAgent agent, int count)
    {
        var leases = new List<ISlotLease>();
        for (var slot = 1; slot <= count; slot++)
            leases.Add(await agent.PickAsync(slot, Soon));
        return leases;
    }

    protected async Task<RegisteredAgent> RegisterAsync(string name = "host-7", Dictionary<string, string>? capabilities = null) =>
        await RegisteredAgent.RegisterAsync(await ConnectAgentAsync(), name, capabilities ?? new() { ["os"] = "linux" }, Soon);

    protected async Task<OpenRun> OpenAsync(
        EnvironmentCapacity? environment = null, RunPriority priority = RunPriority.Normal) =>
        await OpenRun.OpenAsync(await ConnectRunAsync(), new RunShare { Priority = priority, Environment = environment }, Soon);
}
