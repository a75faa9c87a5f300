using TestFlock.Contracts;
using TestFlock.Core.Reporting;
using TestFlock.Core.Settings;
using TestFlock.Local.Tests.Support;

namespace TestFlock.Local.Tests;

/// <summary>What becomes of tests that no living agent can run.</summary>
public sealed class AgentSearchTests
{
    [Fact]
    public async Task Judge_noAgentOffersIt_failsAfterTheTimeOutWithTheRequirementAndTheNearestAgent()
    {
        var flock = new FlockUnderTest { WhenNoAgents = NoAgentsPolicy.Fail, Capabilities = { ["os"] = "linux" } }
            .With("anywhere").Requiring("browser=chrome").With("in a browser");
        using var stop = new CancellationTokenSource();
        var agent = flock.StartAgent(ScriptedRunners.Passing, slots: 1, stop.Token);
        var run = flock.StartRun();
        await flock.AdvanceUntilAsync(run);

        var results = flock.Report.Of<ResultFinal>();
        results.Single(r => r.Attempt.Ordinal == 0).Result.Outcome.ShouldBe(Outcome.Passed);
        var failed = results.Single(r => r.Attempt.Ordinal == 1).Result;
        failed.Outcome.ShouldBe(Outcome.Failed);
        failed.ErrorMessage.ShouldNotBeNull().ShouldStartWith(
            "TestFlock: not run. None of 1 living agents offers browser=chrome.");
        failed.ErrorMessage.ShouldContain("agent-1 fails browser=chrome");
        failed.ErrorMessage.ShouldContain("Looked for 00:02:00");
        await EndAsync(agent, stop);
    }

    [Fact]
    public async Task Judge_userWantsToWait_tellsOnceAndRunsWhenAnAgentComes()
    {
        var flock = new FlockUnderTest().With("any");
        var run = flock.StartRun();
        while (flock.Report.Of<NoteMade>().Count == 0)
            await flock.AdvanceAsync();
        for (var i = 0; i < 200; i++)
            await flock.AdvanceAsync();
        run.IsCompleted.ShouldBeFalse();

        using var stop = new CancellationTokenSource();
        var agent = flock.StartAgent(ScriptedRunners.Passing, slots: 1, stop.Token);
        await run;

        flock.Report.Of<NoteMade>().ShouldHaveSingleItem().Text.ShouldContain("No agent is alive");
        flock.Report.Of<ResultFinal>().ShouldHaveSingleItem().Result.Outcome.ShouldBe(Outcome.Passed);
        await EndAsync(agent, stop);
    }

    private static async Task EndAsync(Task agent, CancellationTokenSource stop)
    {
        await stop.CancelAsync();
        await agent.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }
}
