using TestFlock.Core.Coordination;

namespace TestFlock.Tests.Conformance.Coordination;

/// <summary>Runs share the slots.</summary>
public abstract class FairnessConformance(CoordinationUnderTest coordination) : CoordinationSuite(coordination)
{
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
}
