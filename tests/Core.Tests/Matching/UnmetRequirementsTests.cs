using TestFlock.Core.Coordination;
using TestFlock.Core.Matching;

namespace TestFlock.Core.Tests.Matching;

public class UnmetRequirementsTests
{
    [Fact]
    public void Explain_tells_failing_requirements_of_nearest_agents_first()
    {
        var explanation = UnmetRequirements.Explain(
            Parse("os=linux; browser=chrome; dotnet>=10"),
            [
                Agent("far", ("os", "windows")),
                Agent("near", ("os", "linux"), ("dotnet", "10.0.1"), ("browser", "firefox")),
                Agent("between", ("os", "linux"), ("dotnet", "8.0.1")),
            ]);

        explanation.ShouldBe(
            "None of 3 living agents offers browser=chrome; dotnet>=10; os=linux. Nearest: "
            + "near fails browser=chrome (it offers browser=firefox); "
            + "between fails browser=chrome (it offers no browser) and dotnet>=10 (it offers dotnet=8.0.1); "
            + "far fails browser=chrome (it offers no browser) and dotnet>=10 (it offers no dotnet) "
            + "and os=linux (it offers os=windows). "
            + "Start an agent that does (testflock agent --capability name=value), or ask for less.");
    }

    [Fact]
    public void Explain_many_agents_tells_three()
    {
        var agents = Enumerable.Range(1, 200).Select(i => Agent($"host-{i:000}", ("os", "windows"))).ToArray();

        var explanation = UnmetRequirements.Explain(Parse("os=linux"), agents);

        explanation.ShouldContain("host-003");
        explanation.ShouldNotContain("host-004");
        explanation.ShouldContain("197 more");
    }

    [Fact]
    public void Explain_without_agents_tells_how_to_start_one()
    {
        UnmetRequirements.Explain(Parse("os=linux"), []).ShouldBe(
            "No agent is alive. Start one that offers os=linux: testflock agent.");
    }

    private static RequirementSet Parse(string text)
    {
        RequirementSet.TryParse(text, out var set, out var problem).ShouldBeTrue(problem);
        return set!;
    }

    private static AgentDescription Agent(string name, params (string Name, string Value)[] capabilities) => new()
    {
        Name = name,
        Slots = 1,
        Version = "1.0",
        Capabilities = capabilities.ToDictionary(capability => capability.Name, capability => capability.Value),
    };
}
