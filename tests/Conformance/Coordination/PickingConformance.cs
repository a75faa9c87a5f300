using TestFlock.Core.Transport;

namespace TestFlock.Tests.Conformance.Coordination;

/// <summary>Who gets a lease, and when.</summary>
public abstract class PickingConformance(CoordinationUnderTest coordination) : CoordinationSuite(coordination)
{
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
    public async Task What_went_wrong_on_one_agent_and_is_for_others_waits_for_them()
    {
        await using var first = await RegisterAsync("host-1", new() { ["agent"] = "host-1" });
        await using var run = await OpenAsync();
        var picking = first.PickAsync(1, Soon);

        await run.AddAsync("agent!=host-1", 1, TimeSpan.Zero, Soon);
        await using var other = await RegisterAsync("host-2", new() { ["agent"] = "host-2" });
        await using var onOther = await other.PickAsync(1, Soon);
        picking.IsCompleted.ShouldBeFalse();
        await run.AddAsync("", 1, TimeSpan.Zero, Soon);

        await using var onFirst = await picking;
        onOther.Queue.Requirements.ShouldBe("agent!=host-1");
        onFirst.Queue.Requirements.ShouldBe("");
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
    public async Task An_agent_that_a_run_shuns_picks_of_other_runs_alone()
    {
        await using var sick = await RegisterAsync("host-1");
        await using var well = await RegisterAsync("host-2");
        await using var run = await OpenAsync();
        await using var other = await OpenAsync();

        await run.Registration.ShunAsync("host-1", Soon);
        await run.AddAsync("", 2, TimeSpan.Zero, Soon);
        await other.AddAsync("", 1, TimeSpan.Zero, Soon);

        await using var ofOther = await sick.PickAsync(1, Soon);
        ofOther.Queue.Run.ShouldBe(other.Id);
        var nothing = sick.PickAsync(2, Soon);
        foreach (var lease in await PickManyAsync(well, 2))
        {
            lease.Queue.Run.ShouldBe(run.Id);
            await lease.DisposeAsync();
        }

        nothing.IsCompleted.ShouldBeFalse();
        await other.AddAsync("", 1, TimeSpan.Zero, Soon);
        await (await nothing).DisposeAsync();
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
}
