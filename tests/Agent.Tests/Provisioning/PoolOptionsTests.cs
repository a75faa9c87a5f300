using TestFlock.Agent.Provisioning;
using TestFlock.Agent.Serving;

namespace TestFlock.Agent.Tests.Provisioning;

/// <summary>What a pool is told.</summary>
public sealed class PoolOptionsTests
{
    private readonly Dictionary<string, string> _given = new()
    {
        ["--broker"] = "amqp://rabbit",
        ["--coordination"] = "redis://:s3cret@redis",
        ["--slots"] = "3",
    };

    [Fact]
    public void Read_agentsOptions_areHandedOnButForSecretsAndNames()
    {
        _given["--name"] = "pool";

        var options = Reader().Read().ShouldNotBeNull();

        options.AgentArguments.ShouldBe(["--slots", "3"]);
        options.AgentVariables["TESTFLOCK_COORDINATION"].ShouldBe("redis://:s3cret@redis");
        (options.Size.Least, options.Size.Most, options.Size.SlotsOfAgent).ShouldBe((0, 1, 3));
        (options.Idle, options.StartTimeout).ShouldBe((TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(5)));
    }

    [Fact]
    public void Read_wrongValues_areAllTold()
    {
        _given["--most"] = "0";
        _given["--least"] = "-1";
        _given["--idle"] = "soon";
        _given["--slots"] = "many";
        var reader = Reader();

        reader.Read().ShouldBeNull();

        reader.Errors.Count.ShouldBe(4);
        reader.Errors.ShouldContain("--idle: 'soon' is no duration below a day. Write hours:minutes:seconds, such as 00:05:00.");
    }

    private PoolOptionsReader Reader() => new(new AgentSources(
        option => _given.TryGetValue(option, out var value) ? [value] : [], _ => null, []));
}
