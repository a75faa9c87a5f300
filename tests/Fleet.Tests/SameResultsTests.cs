using TestFlock.Fleet.Tests.Support;

namespace TestFlock.Fleet.Tests;

/// <summary>A run on several machines gives what the native run gives.</summary>
public sealed class SameResultsTests : IAsyncLifetime
{
    private readonly Support.Fleet _fleet = new();

    public Task InitializeAsync() => _fleet.InitializeAsync();

    public Task DisposeAsync() => _fleet.DisposeAsync();

    [Theory]
    [InlineData("NUnit")]
    [InlineData("XunitV2")]
    [InlineData("XunitV3")]
    [InlineData("MSTest")]
    public async Task Two_agents_give_the_native_results_and_both_take_part(string framework)
    {
        await _fleet.StartAgentAsync("host-1");
        await _fleet.StartAgentAsync("host-2");
        var native = _fleet.StartRun(FleetSuite.Sample(framework), new FleetSettings { IsEnabled = false });
        var expected = await native.EndAsync();
        var run = _fleet.StartRun(FleetSuite.Sample(framework), new FleetSettings { Isolation = "warm" });

        (await run.EndAsync()).ShouldBe(expected, run.Console);

        run.Results.Select(r => (r.Name, r.Outcome))
            .ShouldBe(native.Results.Select(r => (r.Name, r.Outcome)), run.Console);
        run.Results.ShouldContain(r => r.Where.Contains("agent host-1,"));
        run.Results.ShouldContain(r => r.Where.Contains("agent host-2,"));
    }
}
