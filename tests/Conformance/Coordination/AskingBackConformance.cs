using TestFlock.Contracts;
using TestFlock.Core.Coordination;

namespace TestFlock.Tests.Conformance.Coordination;

/// <summary>The slot that runs a batch learns that what it has not begun is wanted, and nobody else does.</summary>
public abstract class AskingBackConformance(CoordinationUnderTest coordination) : CoordinationSuite(coordination)
{
    [Fact]
    public async Task The_slot_that_runs_the_batch_is_asked_and_keeps_its_right()
    {
        await using var agent = await RegisterAsync("host-1");
        await using var other = await RegisterAsync("host-2");
        await using var run = await OpenAsync();
        await run.AddAsync("", 3, TimeSpan.Zero, Soon);
        await using var wanted = await agent.PickAsync(1, Soon);
        await using var mate = await agent.PickAsync(2, Soon);
        await using var third = await other.PickAsync(1, Soon);
        var batch = await ClaimAsync(run, wanted);
        var ofOther = await ClaimAsync(run, third);
        await ClaimAsync(run, mate);

        await run.Registration.AskBackAsync([batch], Soon);

        await AskedBackAsync(wanted);
        wanted.Loss.ShouldBeNull();

        // Messages to one agent keep their order: what it would have heard before this, it has heard.
        await run.Registration.AskBackAsync([batch, ofOther], Soon);
        await AskedBackAsync(third);
        mate.AskedBack.IsCancellationRequested.ShouldBeFalse();
        await wanted.FinishAsync(batch, Soon);
    }

    [Fact]
    public async Task Batches_that_nobody_runs_have_nobody_to_ask()
    {
        await using var agent = await RegisterAsync();
        await using var run = await OpenAsync();
        await run.AddAsync("", 2, TimeSpan.Zero, Soon);
        await using var first = await agent.PickAsync(1, Soon);
        var done = await ClaimAsync(run, first);
        await first.FinishAsync(done, Soon);
        await using var second = await agent.PickAsync(1, Soon);
        var running = await ClaimAsync(run, second);

        await run.Registration.AskBackAsync([done, Some.Batch(run.Id).Id], Soon);
        await run.Registration.AskBackAsync([running], Soon);

        await AskedBackAsync(second);
        first.AskedBack.IsCancellationRequested.ShouldBeFalse();
    }

    private static async Task<BatchId> ClaimAsync(OpenRun run, ISlotLease lease)
    {
        var batch = Some.Batch(run.Id).Id;
        (await lease.ClaimAsync(batch, Soon)).ShouldBe(ClaimAnswer.Granted);
        return batch;
    }

    private static async Task AskedBackAsync(ISlotLease lease)
    {
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = lease.AskedBack.Register(() => asked.TrySetResult());
        await asked.Task.WaitAsync(Soon);
    }
}
