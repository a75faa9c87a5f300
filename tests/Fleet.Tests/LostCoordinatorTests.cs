using TestFlock.Fleet.Tests.Support;

namespace TestFlock.Fleet.Tests;

/// <summary>Whoever asked for the tests is gone.</summary>
public sealed class LostCoordinatorTests : IAsyncLifetime
{
    private readonly Support.Fleet _fleet = new();

    public Task InitializeAsync() => _fleet.InitializeAsync();

    public Task DisposeAsync() => _fleet.DisposeAsync();

    [Fact]
    public async Task The_tests_of_a_killed_coordinator_are_stopped_and_its_agents_take_other_work()
    {
        var agent = await _fleet.StartAgentAsync("host-1");
        var run = _fleet.StartRun(
            FleetSuite.Waiting, new FleetSettings { Seconds = 600, Filter = "FullyQualifiedName~Waits" });
        var begun = await run.Journal.UntilAsync(all => all.Count >= 2);

        ChildProgram.Kill(run.Coordinator);

        (await run.EndAsync()).ShouldBe(1, run.Console);
        run.Console.ShouldContain("lost");
        var next = _fleet.StartRun(
            FleetSuite.Waiting, new FleetSettings { Seconds = 1, Filter = "FullyQualifiedName~Waits_0" });
        (await next.EndAsync()).ShouldBe(0, next.Console + agent.Log);
        begun.ShouldAllBe(e => !ProcessFamily.IsAlive(e.Process));
        run.Journal.All.ShouldNotContain(e => e.What == "end");
    }
}
