using TestFlock.Core.Coordination;
using TestFlock.Tests.Conformance.Coordination;
using TestFlock.Tests.Servers;

namespace TestFlock.Redis.Tests;

/// <summary>An agent that serves a part of one run and nothing else.</summary>
[Collection(RedisCollection.Name)]
public sealed class RunPartTests(RedisFixture redis) : CoordinationSuite(new RedisUnderTest(redis))
{
    [Fact]
    public async Task It_takes_what_was_left_to_it_of_its_run_alone_and_nobody_counts_on_it()
    {
        await using var run = await OpenAsync();
        await using var other = await OpenAsync();
        var part = new RunPart(run.Id);
        await using var agent = await RegisterAsync(part);
        await other.AddAsync("browser", 5, TimeSpan.Zero, Soon);
        await run.AddAsync("os=linux", 5, TimeSpan.Zero, Soon);
        await run.AddAsync("browser", 1, TimeSpan.Zero, Soon);
        var first = agent.PickAsync(1, Soon);

        part.Add("browser");
        await using var lease = await first;
        (lease.Queue.Run, lease.Queue.Requirements).ShouldBe((run.Id, "browser"));
        var second = agent.PickAsync(2, Soon);
        await run.AddAsync("browser", 1, TimeSpan.Zero, Soon);
        await using var next = await second;
        (next.Queue.Run, next.Queue.Requirements).ShouldBe((run.Id, "browser"));

        agent.PickAsync(3, Soon).IsCompleted.ShouldBeFalse();
        (await run.Registration.FindAgentsAsync(Soon)).ShouldBeEmpty();
    }

    private async Task<RegisteredAgent> RegisterAsync(RunPart part)
    {
        var coordination = (RedisUnderTest)Coordination;
        return await RegisteredAgent.RegisterAsync(
            await coordination.ConnectAgentAsync(part), "caller", new() { ["browser"] = "any" }, Soon);
    }
}
