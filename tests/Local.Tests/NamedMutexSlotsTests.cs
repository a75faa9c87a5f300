namespace TestFlock.Local.Tests;

public sealed class NamedMutexSlotsTests
{
    private readonly string _scope = $"testflock-test-{Guid.NewGuid():N}";

    [Fact]
    public async Task Take_slotHeldByAnotherCoordinator_waitsUntilItIsFreed()
    {
        var one = new NamedMutexSlots(_scope);
        var other = new NamedMutexSlots(_scope);
        var held = await one.TakeAsync(1, CancellationToken.None);

        var waiting = other.TakeAsync(1, CancellationToken.None);
        using (await other.TakeAsync(2, CancellationToken.None))
            waiting.IsCompleted.ShouldBeFalse();
        held.Dispose();

        (await waiting).Dispose();
    }

    [Fact]
    public async Task Take_cancelledWhileWaiting_givesUpAndLeavesTheSlotFreeForOthers()
    {
        var slots = new NamedMutexSlots(_scope);
        using var giveUp = new CancellationTokenSource();
        var held = await slots.TakeAsync(1, CancellationToken.None);
        var waiting = slots.TakeAsync(1, giveUp.Token);

        await giveUp.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => waiting);
        held.Dispose();

        (await slots.TakeAsync(1, CancellationToken.None)).Dispose();
    }
}
