using System.CommandLine;

namespace TestFlock.Agent.Serving;

/// <summary>
/// <c>testflock agent</c>: offers slots of this machine to every run that the same RabbitMQ and Redis carry.
/// </summary>
internal static class AgentVerb
{
    private const int BadSettings = 2;

    public static Command Create()
    {
        var options = AgentSetting.All.ToDictionary(
            setting => setting.Option,
            setting => new Option<string[]>(setting.Option)
            {
                Description = $"{setting.Meaning} [{setting.Variable}]",
            });
        var command = new Command(
            "agent",
            "Runs tests on this machine until it is told to stop. What is not given here is taken from the variables "
            + "in brackets, and then from TestFlock in appsettings.json in the current folder or beside the program.");
        foreach (var option in options.Values)
            command.Options.Add(option);
        command.SetAction((parsed, _) => RunAsync(
            option => parsed.GetValue(options[option]) ?? [], parsed.InvocationConfiguration.Error));
        return command;
    }

    private static async Task<int> RunAsync(Func<string, IReadOnlyList<string>> optionValues, TextWriter complaints)
    {
        try
        {
            var reader = new AgentOptionsReader(
                new AgentSources(optionValues, Environment.GetEnvironmentVariable, AgentSettingsFile.FindAll()));
            if (reader.Read() is { } options)
                return await new AgentProcess(options, TimeProvider.System).RunAsync();
            foreach (var error in reader.Errors)
                await complaints.WriteLineAsync(error);
        }
        catch (InvalidDataException e)
        {
            await complaints.WriteLineAsync(e.Message);
        }

        return BadSettings;
    }
}
