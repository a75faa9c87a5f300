using System.CommandLine;
using TestFlock.Agent.Serving;

namespace TestFlock.Agent.Checking;

/// <summary>
/// <c>testflock doctor</c>: looks at everything that runs and agents need from this machine, and says what cures it.
/// </summary>
internal static class DoctorVerb
{
    private const int Well = 0;
    private const int Ill = 1;

    public static Command Create()
    {
        var settings = new Option<FileInfo?>("--settings")
        {
            Description = "Run settings to check, whose addresses are used; as with dotnet test.",
        };
        AgentSetting[] known =
            [AgentSetting.Broker, AgentSetting.Coordination, AgentSetting.WorkFolder, AgentSetting.CacheFolder];
        var options = known.ToDictionary(
            setting => setting.Option,
            setting => new Option<string[]>(setting.Option)
            {
                Description = $"{setting.Meaning} [{setting.Variable}]",
            });
        var command = new Command(
            "doctor",
            "Checks RabbitMQ, Redis, versions, clock, disk and permissions as seen from this machine, with a cure for "
            + "what is wrong. Exit code 0: nothing is; 1: something is.")
        {
            settings,
        };
        foreach (var option in options.Values)
            command.Options.Add(option);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var sources = new AgentSources(
                option => options.TryGetValue(option, out var known) ? parsed.GetValue(known) ?? [] : [],
                Environment.GetEnvironmentVariable,
                AgentSettingsFile.FindAll());
            var doctor = new Doctor(sources, parsed.GetValue(settings), TimeProvider.System);
            return await ReportAsync(doctor, parsed.InvocationConfiguration.Output, cancellationToken);
        });
        return command;
    }

    private static async Task<int> ReportAsync(Doctor doctor, TextWriter output, CancellationToken cancellationToken)
    {
        var worst = Health.Good;
        await foreach (var finding in doctor.ExamineAsync(cancellationToken))
        {
            var mark = finding.Health switch
            {
                Health.Good => "ok  ",
                Health.Doubtful => "warn",
                _ => "FAIL",
            };
            await output.WriteLineAsync($"{mark}  {finding.Thing}: {finding.Text}");
            worst = finding.Health > worst ? finding.Health : worst;
        }

        await output.WriteLineAsync(worst switch
        {
            Health.Good => "Everything is as it should be.",
            Health.Doubtful => "It works; see the warnings.",
            _ => "It does not work; the lines marked FAIL say what to do.",
        });
        return worst == Health.Bad ? Ill : Well;
    }
}
