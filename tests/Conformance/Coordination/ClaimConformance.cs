using TestFlock.Core.Coordination;

namespace TestFlock.Tests.Conformance.Coordination;

/// <summary>A batch has one living owner.</summary>
public abstract class ClaimConformance(CoordinationUnderTest coordination) : CoordinationSuite(coordination)
{
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
}
