using TestFlock.Core.Runs.Origins;
using TestFlock.Core.Tests.Planning;

namespace TestFlock.Core.Tests.Runs;

public sealed class FailureOriginsTests
{
    private readonly FailureOrigins _origins =
        new([.. Enumerable.Range(0, 8).Select(ordinal => TestCases.NUnit($"Shop.T{ordinal}"))]);

    [Fact]
    public void Tell_failed_on_one_agent_and_passed_on_another_names_the_agent()
    {
        Take(0, "anna", fails: true);
        Take(0, "bert", fails: false);

        _origins.Tell()!.Text.ShouldContain("the agent anna: failed there alone, passed elsewhere: 1 tests (Shop.T0)");
    }

    [Fact]
    public void Tell_failed_on_two_agents_names_the_test()
    {
        Take(1, "anna", fails: true);
        Take(1, "bert", fails: true);
        Take(2, "bert", fails: true);
        Take(2, "bert", fails: false);

        _origins.Tell()!.Text.ShouldContain("failed and passed on one: 2 tests (Shop.T1, Shop.T2)");
    }

    [Fact]
    public void Tell_same_message_of_many_tests_on_several_agents_names_the_environment()
    {
        for (var ordinal = 0; ordinal < 6; ordinal++)
            Take(ordinal, ordinal % 2 == 0 ? "anna" : "bert", fails: true, $"Connection to db:{5000 + ordinal} refused");

        var text = _origins.Tell()!.Text;

        text.ShouldContain("the environment: the same failure on several agents (Connection to db:# refused): 6 tests");
        text.ShouldNotContain("not known");
    }

    [Fact]
    public void Tell_one_agent_alone_gives_nothing_to_compare()
    {
        Take(0, "anna", fails: true);
        Take(0, "anna", fails: false);

        _origins.Tell().ShouldBeNull();
    }

    [Fact]
    public void Tell_failed_on_one_of_two_agents_and_never_elsewhere_is_not_known()
    {
        Take(0, "anna", fails: true);
        Take(1, "bert", fails: false);

        _origins.Tell()!.Text.ShouldContain("not known: failed on one agent, and ran on no other: 1 tests (Shop.T0)");
    }

    private void Take(int ordinal, string agent, bool fails, string message = "boom") =>
        _origins.Take(Attempts.On(agent, ordinal, fails, message), fails);
}
