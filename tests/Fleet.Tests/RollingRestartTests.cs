using System.Xml.Linq;
using TestFlock.Fleet.Tests.Support;

namespace TestFlock.Fleet.Tests;

/// <summary>All agents are replaced, one after the other, while a run goes on.</summary>
public sealed class RollingRestartTests : IAsyncLifetime
{
    private const int Agents = 4;

    private readonly Support.Fleet _fleet = new();

    private string Gates => Path.Combine(_fleet.Folder, "gates");

    public Task InitializeAsync() => _fleet.InitializeAsync();

    public Task DisposeAsync() => _fleet.DisposeAsync();

    [Fact]
    public async Task Four_agents_that_are_replaced_under_a_run_cost_it_no_test()
    {
        Directory.CreateDirectory(Gates);
        var old = await Task.WhenAll(
            Enumerable.Range(1, Agents).Select(number => _fleet.StartAgentAsync($"old-{number}", slots: 1)));
        var run = _fleet.StartRun(FleetSuite.Waiting, new FleetSettings
        {
            Isolation = "warm",
            Seconds = 0,
            Filter = "FullyQualifiedName~Waits",
            More = [new XElement("Unit", "test")],
            Variables = new XElement("Variables", new XElement(
                "Set", new XAttribute("Name", "FLEET_GATES"), new XAttribute("Value", Gates))),
        });
        await run.Journal.UntilAsync(all => all.DistinctBy(e => e.Agent).Count() == Agents);

        foreach (var (agent, number) in old.Zip(Enumerable.Range(1, Agents)))
        {
            await _fleet.StartAgentAsync($"new-{number}", slots: 1);
            agent.Signal(ChildProgram.SigTerm);
            await agent.LogLineAsync("nothing new is taken");
            Open(agent.Name);
            (await agent.EndAsync()).ShouldBe(0, agent.Log);
        }

        run.Journal.All.Count(e => e.What == "end").ShouldBeLessThan(12);
        for (var number = 1; number <= Agents; number++)
            Open($"new-{number}");

        (await run.EndAsync()).ShouldBe(0, run.Console);
        run.Results.Count.ShouldBe(12);
        run.Results.ShouldAllBe(result => result.Outcome == "Passed");
        run.Journal.Begun.Select(e => e.Test).ShouldBeUnique();
        run.Journal.Begun.Select(e => e.Agent).ShouldContain(agent => agent.StartsWith("new-"));
    }

    private void Open(string agent) => File.WriteAllText(Path.Combine(Gates, agent), "");
}
