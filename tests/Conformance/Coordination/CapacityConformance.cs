namespace TestFlock.Tests.Conformance.Coordination;

/// <summary>An environment bears so much at once.</summary>
public abstract class CapacityConformance(CoordinationUnderTest coordination) : CoordinationSuite(coordination)
{
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
}
