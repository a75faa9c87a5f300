using TestFlock.Fleet.Tests.Support;

namespace TestFlock.Fleet.Tests.Protocol;

/// <summary>The previous version's own programs beside this one's, as while a farm is upgraded.</summary>
public sealed class PreviousVersionTests : IAsyncLifetime
{
    private readonly Support.Fleet _fleet = new();

    public Task InitializeAsync() => _fleet.InitializeAsync();

    public Task DisposeAsync() => _fleet.DisposeAsync();

    [PreviousVersionTheory]
    [InlineData("warm")]
    [InlineData("process")]
    public async Task Its_agent_gives_the_native_results_of_a_run_of_this_version(string isolation)
    {
        var agent = await _fleet.StartPreviousAgentAsync("previous");

        await ShouldBeAsNativelyAsync(FleetSuite.Sample("NUnit"), isolation, agent);
    }

    [PreviousVersionTheory]
    [InlineData("warm")]
    [InlineData("process")]
    public async Task Its_run_gets_the_native_results_of_an_agent_of_this_version(string isolation)
    {
        var agent = await _fleet.StartAgentAsync("present");

        await ShouldBeAsNativelyAsync(PreviousVersion.Suite, isolation, agent);
    }

    private async Task ShouldBeAsNativelyAsync(FleetSuite suite, string isolation, FleetAgent agent)
    {
        var native = _fleet.StartRun(suite, new FleetSettings { IsEnabled = false });
        var expected = await native.EndAsync();
        var run = _fleet.StartRun(suite, new FleetSettings { Isolation = isolation });

        (await run.EndAsync()).ShouldBe(expected, run.Console + agent.Log);

        run.Results.Select(r => (r.Name, r.Outcome)).ShouldBe(
            native.Results.Select(r => (r.Name, r.Outcome)), run.Console);
        run.Results.Count(r => r.Where.Contains($"agent {agent.Name},")).ShouldBeGreaterThan(0, run.Console);
    }
}
