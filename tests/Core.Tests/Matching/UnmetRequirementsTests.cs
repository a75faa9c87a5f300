using TestFlock.Contracts;
using TestFlock.Core.Coordination;
using TestFlock.Core.Matching;
using TestFlock.Testing;

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
            ],
            Run());

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

        var explanation = UnmetRequirements.Explain(Parse("os=linux"), agents, Run());

        explanation.ShouldContain("host-003");
        explanation.ShouldNotContain("host-004");
        explanation.ShouldContain("197 more");
    }

    [Fact]
    public void Explain_without_agents_tells_how_to_start_one()
    {
        UnmetRequirements.Explain(Parse("os=linux"), [], Run()).ShouldBe(
            "No agent is alive. Start one that offers os=linux: testflock agent.");
    }

    [Theory]
    [InlineData(1, 2, 3, "near understands protocol 1 to 2, and this run needs 3: upgrade near.")]
    [InlineData(3, 4, 1, "near understands protocol 3 to 4, and this run speaks 1: upgrade the "
        + "TestFlock that asks for this run.")]
    public void Explain_agent_of_another_protocol_tells_which_side_is_to_be_upgraded(
        int oldest, int newest, int needed, string expected)
    {
        var agent = Agent("near", ("os", "linux")) with { OldestProtocol = oldest, Protocol = newest };

        UnmetRequirements.Explain(Parse(""), [agent], Run(needed)).ShouldBe(
            $"None of 1 living agents offers a slot for this run. Nearest: {expected}");
    }

    private static RunManifest Run(int protocol = ProtocolVersion.Current) =>
        Manifests.Plain with { Writer = protocol, Protocol = protocol };

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
