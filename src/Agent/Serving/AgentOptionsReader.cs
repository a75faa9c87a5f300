using System.Globalization;
using Microsoft.Extensions.Logging;
using TestFlock.Agent.Logs;
using TestFlock.Agent.Machine;
using TestFlock.Core.Coordination;
using TestFlock.Core.Settings;

namespace TestFlock.Agent.Serving;

/// <summary>Reads an agent's settings from everywhere, and gathers everything that is wrong with them.</summary>
internal sealed class AgentOptionsReader(AgentSources sources)
{
    private const int MostSlots = 1024;
    private static readonly TimeSpan LongestDrain = TimeSpan.FromDays(7);
    private readonly List<string> _errors = [];

    /// <summary>Each names the place, the value and the cure.</summary>
    public IReadOnlyList<string> Errors => _errors;

    /// <returns>Null when there are <see cref="Errors"/>.</returns>
    public AgentOptions? Read()
    {
        foreach (var file in sources.Files)
            _errors.AddRange(file.Unknown.Select(name => $"TestFlock:{name} in {file.Path} means nothing. {Known}"));
        var broker = ReadAddress(AgentSetting.Broker, "amqp", "amqps");
        var coordination = ReadAddress(AgentSetting.Coordination, "redis", "rediss");
        var name = ReadName();
        var options = new
        {
            Slots = ReadSlots(),
            Capabilities = ReadCapabilities(),
            DrainTimeout = ReadDrainTimeout(),
            Packages = new AgentPackageOptionsReader(sources, _errors).Read(),
            LogsJson = ReadLogsJson(),
            LogLevel = ReadLogLevel(),
            MetricsPort = ReadMetricsPort(),
            Shares = ReadShares(),
        };
        if (_errors.Count > 0 || broker is null || coordination is null)
            return null;
        return new AgentOptions
        {
            Broker = broker,
            Coordination = coordination,
            Name = name,
            Slots = options.Slots,
            Capabilities = options.Capabilities,
            WorkFolder = sources.Find(AgentSetting.WorkFolder)?.Value
                ?? Path.Combine(Path.GetTempPath(), "testflock-agent"),
            DrainTimeout = options.DrainTimeout,
            Packages = options.Packages,
            LogsJson = options.LogsJson,
            LogLevel = options.LogLevel,
            MetricsPort = options.MetricsPort,
            Shares = options.Shares,
        };
    }

    private static string Known => $"Known are {string.Join(", ", AgentSetting.All.Select(s => s.Name))}.";

    private ServerAddress? ReadAddress(AgentSetting setting, params string[] schemes)
    {
        if (sources.Find(setting) is not var (value, place))
        {
            _errors.Add($"{setting.Option} is missing: {setting.Meaning} Give it, or set {setting.Variable}.");
            return null;
        }

        if (!ServerAddress.TryParse(value, schemes, out var address))
            _errors.Add($"{place}: '{SecretMask.Hide(value)}' is no address. Write {schemes[0]}://… or "
                + $"{schemes[1]}://…: {setting.Meaning}");
        return address;
    }

    private string ReadName()
    {
        if (sources.Find(AgentSetting.AgentName) is not var (value, place))
            return Environment.MachineName;
        if (value.Length > 100 || value.Any(c => char.IsControl(c) || char.IsWhiteSpace(c)))
            _errors.Add($"{place}: '{value}' is no name. Write up to 100 characters without blanks.");
        return value;
    }

    private int ReadSlots()
    {
        if (sources.Find(AgentSetting.Slots) is not var (value, place))
            return Environment.ProcessorCount;
        if (!int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var slots)
            || slots is < 1 or > MostSlots)
            _errors.Add($"{place}: '{value}' is no number of slots. Write a whole number from 1 to {MostSlots}.");
        return slots;
    }

    private Dictionary<string, string> ReadCapabilities()
    {
        var capabilities = new Dictionary<string, string>(OwnCapabilities.Read(), StringComparer.OrdinalIgnoreCase);
        foreach (var (text, place) in sources.FindCapabilities())
        {
            if (CapabilityText.TryParse(text, out var name, out var value))
                capabilities[name] = value;
            else
                _errors.Add($"{place}: '{text}' is no capability. Write name=value, such as browser=chrome.");
        }

        return capabilities;
    }

    private TimeSpan ReadDrainTimeout()
    {
        if (sources.Find(AgentSetting.DrainTimeout) is not var (value, place))
            return TimeSpan.FromMinutes(10);
        if (!TimeSpan.TryParseExact(value, ["c", "g"], CultureInfo.InvariantCulture, out var timeout)
            || timeout < TimeSpan.Zero || timeout > LongestDrain)
            _errors.Add(
                $"{place}: '{value}' is no duration up to 7 days. Write hours:minutes:seconds, such as 00:10:00.");
        return timeout;
    }

    private bool ReadLogsJson()
    {
        if (sources.Find(AgentSetting.LogFormat) is not var (value, place))
            return false;
        if (value is not ("text" or "json"))
            _errors.Add($"{place}: '{value}' is no log format. Write text or json.");
        return value == "json";
    }

    private LogLevel ReadLogLevel()
    {
        if (sources.Find(AgentSetting.LogLevel) is not var (value, place))
            return LogLevel.Information;
        if (LogLevels.FindProblem(value, place, out var level) is { } problem)
            _errors.Add(problem);
        return level;
    }

    private int? ReadMetricsPort()
    {
        if (sources.Find(AgentSetting.MetricsPort) is not var (value, place))
            return null;
        if (int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var port)
            && port is >= 1 and <= 65535)
            return port;
        _errors.Add($"{place}: '{value}' is no port. Write a whole number from 1 to 65535.");
        return null;
    }

    private ClassShares ReadShares()
    {
        if (sources.Find(AgentSetting.Shares) is not var (value, place))
            return new ClassShares();
        int[] shares =
        [
            .. value.Split(':').Select(text =>
                int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var share) ? share : 0),
        ];
        if (shares is [var release, var normal, var background] && shares.All(share => share is >= 1 and <= 100))
            return new ClassShares { Release = release, Normal = normal, Background = background };
        _errors.Add($"{place}: '{value}' are no shares. Write three whole numbers from 1 to 100, such as 16:4:1.");
        return new ClassShares();
    }
}
