using System.Xml.Linq;
using TestFlock.Fleet.Tests.Support;

namespace TestFlock.Fleet.Tests;

/// <summary>Tests go where they can run.</summary>
public sealed class RequirementsTests : IAsyncLifetime
{
    private readonly Support.Fleet _fleet = new();

    public Task InitializeAsync() => _fleet.InitializeAsync();

    public Task DisposeAsync() => _fleet.DisposeAsync();

    [Fact]
    public async Task A_test_goes_to_the_agent_that_offers_what_it_requires()
    {
        await _fleet.StartAgentAsync("plain");
        await _fleet.StartAgentAsync("browsing", 1, "--capability", "browser=chrome");
        var settings =
            new FleetSettings { Seconds = 1, Filter = "FullyQualifiedName~browser|FullyQualifiedName~Waits_01" };

        var run = _fleet.StartRun(
            FleetSuite.Waiting, settings with { More = [new XElement("Requires", "os=linux; dotnet>=10")] });

        (await run.EndAsync()).ShouldBe(0, run.Console);
        run.Results.Count.ShouldBe(2);
        run.Journal.Begun.Single(e => e.Test == "Needs_a_browser").Agent.ShouldBe("browsing");
    }
}
