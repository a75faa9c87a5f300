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
        var asService = new Option<bool>("--windows-service")
        {
            Description = "Windows' service control manager starts it; appsettings.json is the one beside the program.",
        };
        command.Options.Add(asService);
        command.SetAction((parsed, _) => parsed.GetValue(asService)
            ? RunServiceAsync(ValuesOf(parsed), parsed.InvocationConfiguration.Error)
            : RunAsync(ValuesOf(parsed), null, parsed.InvocationConfiguration.Error));
        return command;

        Func<string, IReadOnlyList<string>> ValuesOf(ParseResult parsed) =>
            option => parsed.GetValue(options[option]) ?? [];
    }

    private static async Task<int> RunServiceAsync(
        Func<string, IReadOnlyList<string>> optionValues, TextWriter complaints)
    {
        if (!OperatingSystem.IsWindows())
        {
            await complaints.WriteLineAsync(
                "--windows-service: this system is not Windows. Leave it away; systemd and others start and stop "
                + "`testflock agent` as it is.");
            return BadSettings;
        }

        using var service = new WindowsService((controls, log) => RunAsync(optionValues, controls, log));
        if (service.TryRun())
            return service.ExitCode;
        await complaints.WriteLineAsync(
            "--windows-service: only Windows' service control manager can start it so (build/deploy/windows). Leave it "
            + "away to start an agent by hand.");
        return BadSettings;
    }

    private static async Task<int> RunAsync(
        Func<string, IReadOnlyList<string>> optionValues, ServiceControls? controls, TextWriter complaints)
    {
        try
        {
            var reader = new AgentOptionsReader(
                new AgentSources(optionValues, Environment.GetEnvironmentVariable, AgentSettingsFile.FindAll()));
            if (reader.Read() is { } options)
                return await new AgentProcess(options, controls, TimeProvider.System).RunAsync();
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
