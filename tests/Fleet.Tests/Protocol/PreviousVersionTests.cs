using TestFlock.Fleet.Tests.Support;

namespace TestFlock.Fleet.Tests.Protocol;

/// <summary>The previous version's own programs beside this one's, as while a farm is upgraded.</summary>
public sealed class PreviousVersionTests : IAsyncLifetime
{
    // Of tests whose processes start one by one.
    private const string Few = "FullyQualifiedName~ShippingTests";

    private readonly Support.Fleet _fleet = new();

    public Task InitializeAsync() => _fleet.InitializeAsync();

    public Task DisposeAsync() => _fleet.DisposeAsync();

    [PreviousVersionFact]
    public async Task Its_agent_gives_the_native_results_of_runs_of_this_version()
    {
        var agent = await _fleet.StartPreviousAgentAsync("previous");

        await ShouldBeAsNativelyAsync(FleetSuite.Sample("NUnit"), "warm", filter: null, agent);
        await ShouldBeAsNativelyAsync(FleetSuite.Sample("NUnit"), "process", Few, agent);
    }

    [PreviousVersionFact]
    public async Task Its_runs_get_the_native_results_of_an_agent_of_this_version()
    {
        var agent = await _fleet.StartAgentAsync("present");

        await ShouldBeAsNativelyAsync(PreviousVersion.Suite, "warm", filter: null, agent);
        await ShouldBeAsNativelyAsync(PreviousVersion.Suite, "process", Few, agent);
    }

    private async Task ShouldBeAsNativelyAsync(FleetSuite suite, string isolation, string? filter, FleetAgent agent)
    {
        var native = _fleet.StartRun(suite, new FleetSettings { IsEnabled = false, Filter = filter });
        var expected = await native.EndAsync();
        var run = _fleet.StartRun(suite, new FleetSettings { Isolation = isolation, Filter = filter });

        (await run.EndAsync()).ShouldBe(expected, run.Console + agent.Log);

        run.Results.Select(r => (r.Name, r.Outcome)).ShouldBe(
            native.Results.Select(r => (r.Name, r.Outcome)), run.Console);
        run.Results.ShouldContain(r => r.Where.Contains($"agent {agent.Name},"), run.Console);
    }
}
