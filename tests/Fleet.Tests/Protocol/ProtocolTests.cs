using TestFlock.Contracts;
using TestFlock.Tests.Conformance;
using TestFlock.Tests.Servers;

namespace TestFlock.Fleet.Tests.Protocol;

/// <summary>Agents and runs of different versions, on the real servers.</summary>
public sealed class ProtocolTests : IAsyncLifetime
{
    private readonly PrivateRabbitMq _rabbitMq = new();
    private readonly PrivateRedis _redis = new();
    private readonly RecordingLogger _log = new();
    private readonly CancellationTokenSource _end = new();
    private readonly List<Task> _agents = [];

    public Task InitializeAsync() => Task.WhenAll(_rabbitMq.StartAsync(), _redis.StartAsync());

    public async Task DisposeAsync()
    {
        await _end.CancelAsync();
        await Task.WhenAll(_agents).ContinueWith(_ => { }, TaskScheduler.Default);
        _end.Dispose();
        await _rabbitMq.DisposeAsync();
        await _redis.DisposeAsync();
    }

    /// <param name="agent">By how many versions the agent is newer than this build.</param>
    /// <param name="run">By how many the run is.</param>
    [Theory]
    [InlineData(-1, 0)]
    [InlineData(0, -1)]
    [InlineData(1, 0)]
    [InlineData(0, 1)]
    public async Task An_agent_and_a_run_one_version_apart_work_together(int agent, int run)
    {
        await StartAgentAsync(agent, "host-1");

        var result = await Build(run).RunAsync();

        result.Result.Outcome.ShouldBe(Outcome.Passed, result.Result.ErrorMessage);
        result.Place.Agent.ShouldBe("host-1");
    }

    [Fact]
    public async Task A_run_that_needs_what_is_new_goes_to_the_agents_that_know_it()
    {
        await StartAgentAsync(-1, "older");
        await StartAgentAsync(0, "newer");

        var result = await Build(0).RunAsync(needs: ProtocolVersion.Current);

        result.Result.Outcome.ShouldBe(Outcome.Passed, result.Result.ErrorMessage);
        result.Place.Agent.ShouldBe("newer");
    }

    [Theory]
    [InlineData(0, 2, "host-1 understands protocol 1 to 2, and this run needs 3: upgrade host-1.",
        "its coordinator needs protocol 3, this TestFlock understands 1 to 2. Upgrade this side.")]
    [InlineData(2, 0, "host-1 understands protocol 3 to 4, and this run speaks 2: upgrade the TestFlock that asks for "
        + "this run.",
        "its coordinator speaks protocol 2, this TestFlock understands 3 to 4. Upgrade its coordinator.")]
    public async Task Two_versions_apart_both_sides_say_which_is_to_be_upgraded(
        int agent, int run, string runSays, string agentSays)
    {
        await StartAgentAsync(agent, "host-1");

        var result = await Build(run).RunAsync();

        result.Result.Outcome.ShouldBe(Outcome.Failed);
        result.Result.ErrorMessage.ShouldNotBeNull().ShouldContain(runSays);
        _log.Lines.Count(line => line.Contains(agentSays)).ShouldBe(1, string.Join('\n', _log.Lines));
    }

    private Build Build(int newerBy)
    {
        var own = ProtocolRange.Own;
        return new Build(
            new ProtocolRange(own.Oldest + newerBy, own.Newest + newerBy), _rabbitMq.Uri, _redis.Uri, _log);
    }

    private async Task StartAgentAsync(int newerBy, string name) =>
        _agents.Add(await Build(newerBy).StartAgentAsync(name, _end.Token));
}
