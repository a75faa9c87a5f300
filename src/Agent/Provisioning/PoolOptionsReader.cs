using System.Globalization;
using TestFlock.Agent.Serving;
using TestFlock.Core.Coordination;
using TestFlock.Core.Matching;
using TestFlock.Core.Scaling;

namespace TestFlock.Agent.Provisioning;

/// <summary>Reads what a pool is told, and gathers everything that is wrong with it.</summary>
internal sealed class PoolOptionsReader(AgentSources sources)
{
    private const int MostAgents = 1000;
    private readonly List<string> _errors = [];

    /// <summary>Each names the place, the value and the cure.</summary>
    public IReadOnlyList<string> Errors => _errors;

    /// <returns>Null when there are <see cref="Errors"/>.</returns>
    public PoolOptions? Read()
    {
        var agentReader = new AgentOptionsReader(sources);
        var agent = agentReader.Read();
        _errors.AddRange(agentReader.Errors);
        var most = ReadWhole(PoolSetting.Most, 1, MostAgents, usual: 1);
        var least = ReadWhole(PoolSetting.Least, 0, most, usual: 0);
        var idle = ReadTime(PoolSetting.Idle);
        var startTimeout = ReadTime(PoolSetting.StartTimeout);
        if (_errors.Count > 0 || agent is null)
            return null;
        var offered = new Dictionary<string, string>(agent.Capabilities, StringComparer.OrdinalIgnoreCase)
        {
            [AgentDescription.NameCapability] = agent.Name,
        };
        return new PoolOptions
        {
            Agent = agent,
            Size = new PoolSize(new CapabilitySet(offered), agent.Slots, least, most),
            Idle = idle,
            StartTimeout = startTimeout,
            Command = sources.Find(PoolSetting.Command)?.Value,
            AgentArguments = [.. PoolSetting.OfAgents
                .Except([AgentSetting.AgentName, AgentSetting.Broker, AgentSetting.Coordination])
                .SelectMany(setting => sources.OptionValues(setting.Option)
                    .SelectMany(value => new[] { setting.Option, value }))],
        };
    }

    private int ReadWhole(AgentSetting setting, int least, int most, int usual)
    {
        if (sources.Find(setting) is not var (value, place))
            return usual;
        if (int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least
            && number <= most)
            return number;
        _errors.Add($"{place}: '{value}' will not do. Write a whole number from {least} to {most}: {setting.Meaning}");
        return usual;
    }

    private TimeSpan ReadTime(AgentSetting setting)
    {
        if (sources.Find(setting) is not var (value, place))
            return TimeSpan.FromMinutes(5);
        if (TimeSpan.TryParseExact(value, ["c", "g"], CultureInfo.InvariantCulture, out var time)
            && time > TimeSpan.Zero && time < TimeSpan.FromDays(1))
            return time;
        _errors.Add($"{place}: '{value}' is no duration below a day. Write hours:minutes:seconds, such as 00:05:00.");
        return TimeSpan.Zero;
    }
}
