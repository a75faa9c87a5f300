using System.Text.Json;
using TestFlock.Agent.Serving;

namespace TestFlock.Agent.Tests.Serving;

/// <summary>Every setting of an agent can be given in every place.</summary>
public sealed class EverySettingTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("testflock-options-").FullName;

    /// <summary>A value other than the default, and how the options that come of it show it.</summary>
    private static readonly Dictionary<string, (string Value, Func<AgentOptions, string> Shown,
        string Expected)> Samples = new()
    {
        ["Broker"] = ("amqps://team@rabbit/tests", o => o.Broker.Uri.Host, "rabbit"),
        ["Coordination"] = ("rediss://cache:7000", o => o.Coordination.Uri.Host, "cache"),
        ["Name"] = ("host-7", o => o.Name, "host-7"),
        ["Slots"] = ("77", o => $"{o.Slots}", "77"),
        ["Capabilities"] = ("browser=chrome", o => o.Capabilities.GetValueOrDefault("browser", ""), "chrome"),
        ["WorkFolder"] = ("/somewhere", o => o.WorkFolder, "/somewhere"),
        ["DrainTimeout"] = ("01:02:03", o => $"{o.DrainTimeout:c}", "01:02:03"),
        ["CacheFolder"] = ("/cache", o => o.Packages.CacheFolder, "/cache"),
        ["CacheSize"] = ("3", o => $"{o.Packages.Bounds.Size}", "3221225472"),
        ["CacheDays"] = ("7", o => $"{o.Packages.Bounds.Age.TotalDays}", "7"),
        ["Store"] = ("https://me:pw@host/x", o => $"{o.Packages.Stores.Single().Web?.UserInfo}", "me:pw"),
        ["LogFormat"] = ("json", o => $"{o.LogsJson}", "True"),
        ["LogLevel"] = ("Warning", o => $"{o.LogLevel}", "Warning"),
        ["MetricsPort"] = ("9464", o => $"{o.MetricsPort}", "9464"),
        ["Shares"] = ("9:8:7", o => $"{o.Shares.Release}:{o.Shares.Normal}:{o.Shares.Background}", "9:8:7"),
    };

    public static TheoryData<string, string> SettingsAndPlaces
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var setting in AgentSetting.All)
            {
                data.Add(setting.Name, "option");
                data.Add(setting.Name, "variable");
                data.Add(setting.Name, "file");
            }

            return data;
        }
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [MemberData(nameof(SettingsAndPlaces))]
    public void Read_settingInOnePlace_isTaken(string name, string place)
    {
        var setting = AgentSetting.All.Single(s => s.Name == name);
        var (value, shown, expected) = Samples[name];
        var needed = AgentSetting.All.Take(2).Where(s => s != setting).ToDictionary(
            s => s.Option, s => Samples[s.Name].Value);
        if (place == "option")
            needed[setting.Option] = value;
        var reader = new AgentOptionsReader(new AgentSources(
            option => needed.TryGetValue(option, out var given) ? [given] : [],
            variable => place == "variable" && variable == setting.Variable ? value : null,
            place == "file" ? [File(setting, value)] : []));

        var options = reader.Read();

        reader.Errors.ShouldBeEmpty();
        shown(options.ShouldNotBeNull()).ShouldBe(expected);
    }

    private AgentSettingsFile File(AgentSetting setting, string value)
    {
        object written = setting == AgentSetting.Capabilities
            ? new Dictionary<string, string> { [value.Split('=')[0]] = value.Split('=')[1] }
            : value;
        var file = Path.Combine(_folder, "appsettings.json");
        System.IO.File.WriteAllText(file, JsonSerializer.Serialize(new Dictionary<string, object>
        {
            ["TestFlock"] = new Dictionary<string, object> { [setting.Name] = written },
        }));
        return AgentSettingsFile.Read(file);
    }
}
