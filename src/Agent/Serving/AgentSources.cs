namespace TestFlock.Agent.Serving;

/// <summary>
/// Where an agent's settings come from, the stronger first: command line, environment, settings files.
/// </summary>
/// <param name="OptionValues">What was given with an option; none when it was not.</param>
/// <param name="Variable">A variable of the environment; null when it is not set.</param>
/// <param name="Files">Later ones win.</param>
internal sealed record AgentSources(
    Func<string,
    IReadOnlyList<string>> OptionValues,
    Func<string,
    string?> Variable,
    IReadOnlyList<AgentSettingsFile> Files)
{
    /// <summary>
    /// The value, and what the user calls the place that it came from; null when nobody said anything.
    /// </summary>
    public (string Value, string Place)? Find(AgentSetting setting)
    {
        if (OptionValues(setting.Option) is [.., var option])
            return (option, setting.Option);
        if (Variable(setting.Variable) is { Length: > 0 } variable)
            return (variable, setting.Variable);
        foreach (var file in Files.Reverse())
        {
            if (file.Find(setting.Name) is { } value)
                return (value, $"TestFlock:{setting.Name} in {file.Path}");
        }

        return null;
    }

    /// <summary>All values from the strongest place that has any.</summary>
    public (IReadOnlyList<string> Values, string Place)? FindAll(AgentSetting setting) =>
        OptionValues(setting.Option) is { Count: > 0 } given ? (given, setting.Option)
        : Find(setting) is var (value, place) ? ([value], place)
        : null;

    /// <summary>name=value pairs of all places; of two with one name the later wins.</summary>
    public IEnumerable<(string Text, string Place)> FindCapabilities()
    {
        var setting = AgentSetting.Capabilities;
        foreach (var file in Files)
        {
            foreach (var (name, value) in file.FindAll(setting.Name))
                yield return ($"{name}={value}", $"TestFlock:{setting.Name} in {file.Path}");
        }

        var variable = Variable(setting.Variable) ?? "";
        foreach (
            var text in variable.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            yield return (text, setting.Variable);
        foreach (var text in OptionValues(setting.Option))
            yield return (text, setting.Option);
    }
}
