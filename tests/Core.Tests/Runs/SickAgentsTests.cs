using TestFlock.Core.Runs;
using TestFlock.Core.Runs.Origins;

namespace TestFlock.Core.Tests.Runs;

public sealed class SickAgentsTests
{
    private readonly SickAgents _agents = new(new RunRules());

    [Fact]
    public void TryFind_five_failures_of_which_three_passed_elsewhere_finds_the_agent()
    {
        for (var ordinal = 0; ordinal < 5; ordinal++)
            Takes("anna", ordinal, fails: true).ShouldBeNull();
        Takes("bert", 0, fails: false).ShouldBeNull();
        Takes("bert", 1, fails: false).ShouldBeNull();

        var sick = Takes("bert", 2, fails: false).ShouldNotBeNull();

        sick.Name.ShouldBe("anna");
        sick.Failed.ShouldBe([0, 1, 2, 3, 4]);
        sick.Reason.ShouldContain("its last 5 tests all failed, and 3 of them have passed on other agents");
    }

    [Fact]
    public void TryFind_a_pass_in_between_clears_the_agent()
    {
        for (var ordinal = 0; ordinal < 4; ordinal++)
            Takes("anna", ordinal, fails: true);
        Takes("anna", 9, fails: false);
        Takes("anna", 4, fails: true);

        foreach (var ordinal in Enumerable.Range(0, 5))
            Takes("bert", ordinal, fails: false).ShouldBeNull();
    }

    [Fact]
    public void TryFind_tests_that_fail_everywhere_accuse_nobody()
    {
        for (var ordinal = 0; ordinal < 20; ordinal++)
        {
            Takes("anna", ordinal, fails: true).ShouldBeNull();
            Takes("bert", ordinal, fails: true).ShouldBeNull();
        }
    }

    private SickAgent? Takes(string agent, int ordinal, bool fails) =>
        _agents.TryFind(Attempts.On(agent, ordinal, fails), fails, out var found) ? found : null;
}
