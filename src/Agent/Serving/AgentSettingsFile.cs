using Microsoft.Extensions.Configuration;

namespace TestFlock.Agent.Serving;

/// <summary>The section <c>TestFlock</c> of an appsettings.json.</summary>
internal sealed class AgentSettingsFile
{
    private readonly IConfigurationSection _section;

    private AgentSettingsFile(string path, IConfigurationSection section) => (Path, _section) = (path, section);

    public string Path { get; }

    /// <summary>Names in it that mean nothing.</summary>
    public IEnumerable<string> Unknown => _section.GetChildren()
        .Select(child => child.Key)
        .Where(key => AgentSetting.All.All(setting => !setting.Name.Equals(key, StringComparison.OrdinalIgnoreCase)));

    /// <summary>Beside the program, and in the current folder; the latter wins.</summary>
    /// <exception cref="InvalidDataException">A file is no JSON.</exception>
    public static IReadOnlyList<AgentSettingsFile> FindAll() =>
    [
        .. new[] { AppContext.BaseDirectory, Environment.CurrentDirectory }
            .Select(folder => System.IO.Path.GetFullPath(System.IO.Path.Combine(folder, "appsettings.json")))
            .Distinct()
            .Where(File.Exists)
            .Select(Read),
    ];

    public static AgentSettingsFile Read(string path)
    {
        try
        {
            return new AgentSettingsFile(
                path, new ConfigurationBuilder().AddJsonFile(path, optional: false).Build().GetSection("TestFlock"));
        }
        catch (Exception e) when (e is InvalidDataException or FormatException)
        {
            throw new InvalidDataException(
                $"{path} cannot be read: {(e.InnerException ?? e).Message} Correct it, or take it away.", e);
        }
    }

    public string? Find(string name) => _section[name];

    public IEnumerable<(string Name, string Value)> FindAll(string name) =>
        _section.GetSection(name).GetChildren().Select(child => (child.Key, child.Value ?? ""));
}
