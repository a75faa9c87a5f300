using TestFlock.Tests.Conformance.Coordination;
using TestFlock.Tests.Servers;

namespace TestFlock.Redis.Tests;

/// <summary>Agents with nothing to do hear of work at once, not when they would have asked anyway.</summary>
[Collection(RedisCollection.Name)]
public sealed class WakingTests(RedisFixture redis) : CoordinationSuite(new RedisUnderTest(redis))
{
    private static readonly RedisTimings Patient =
        RedisClients.Quick with { AskAnyway = TimeSpan.FromHours(1), CapacityHeld = TimeSpan.FromHours(1) };

    private RedisUnderTest Redis => (RedisUnderTest)Coordination;

    [Fact]
    public async Task Who_waits_for_a_full_environment_is_woken_when_another_agent_leaves_it()
    {
        await using var holder = await RegisterPatientAsync("holder");
        await using var waiting = await RegisterPatientAsync("waiting");
        await using var run = await OpenAsync(SomeEnvironment(1));
        await run.AddAsync("", 2, TimeSpan.Zero, Soon);
        var held = await holder.PickAsync(1, Soon);
        var next = waiting.PickAsync(1, Soon);
        await IsIdleAsync("waiting");

        await held.DisposeAsync();

        await (await next).DisposeAsync();
    }

    /// <summary>Returns when the server knows that the agent has asked in vain.</summary>
    private async Task IsIdleAsync(string agent)
    {
        using var raw = await Redis.OpenRawAsync();
        var limit = Soon;
        while (true)
        {
            limit.ThrowIfCancellationRequested();
            foreach (var key in (await raw.FindKeysAsync()).Where(key => key.Contains(":idle:", StringComparison.Ordinal)))
            {
                if (!(await raw.ExecuteAsync("ZSCORE", key, agent)).IsNull)
                    return;
            }
        }
    }

    private async Task<RegisteredAgent> RegisterPatientAsync(string name) => await RegisteredAgent.RegisterAsync(
        await Redis.ConnectAgentAsync(Patient), name, [], Soon);
}
