using System.Xml.Linq;
using TestFlock.Fleet.Tests.Support;

namespace TestFlock.Fleet.Tests;

/// <summary>Failures that are a machine's fault, not the tests'.</summary>
public sealed class SickAgentTests : IAsyncLifetime
{
    private readonly Support.Fleet _fleet = new();

    public Task InitializeAsync() => _fleet.InitializeAsync();

    public Task DisposeAsync() => _fleet.DisposeAsync();

    [Fact]
    public async Task What_fails_on_a_sick_agent_passes_on_another_and_the_sick_one_gets_no_more()
    {
        await _fleet.StartAgentAsync("sick", slots: 1);
        await _fleet.StartAgentAsync("well", slots: 1);

        var run = _fleet.StartRun(FleetSuite.Waiting, new FleetSettings
        {
            Seconds = 0,
            Filter = string.Join('|', Enumerable.Range(1, 6).Select(n => $"FullyQualifiedName~Waits_0{n}")),
            Variables = new XElement("Variables",
                new XElement("Set", new XAttribute("Name", "FLEET_SICK"), new XAttribute("Value", "sick"))),

            // One would do but on a machine so busy that nobody else is free within half a minute.
            More = [new XElement("Retry", new XAttribute("Max", "3"))],
        });

        (await run.EndAsync()).ShouldBe(0, run.Console);
        run.Results.Select(result => $"{result.Name[^8..]} {result.Outcome}").ShouldBe(
            Enumerable.Range(1, 6).Select(n => $"Waits_0{n} Passed"), run.Console);
        run.Journal.Begun.Where(entry => entry.Agent == "well").Select(entry => entry.Test).ShouldBe(
            Enumerable.Range(1, 6).Select(n => $"Waits_0{n}"), ignoreOrder: true);
        run.Journal.Begun.GroupBy(entry => entry.Test).ShouldAllBe(test => test.Last().Agent == "well");
        run.Console.ShouldContain("sick takes no more tests of this run");
        run.Console.ShouldContain("the agent sick: failed there alone, passed elsewhere");
        run.Report.ShouldContain("flaky. Passed on attempt");
    }
}
