using TestFlock.Core.Settings;

namespace TestFlock.Agent.Checking;

/// <summary>A run settings file as a run would read it, with the lines of what is wrong.</summary>
/// <param name="Settings">Null when it cannot be used, or leaves TestFlock out.</param>
/// <param name="Findings">What there is to say.</param>
internal sealed record SettingsCheck(FlockSettings? Settings, IReadOnlyList<Finding> Findings)
{
    public static SettingsCheck Read(FileInfo file)
    {
        var thing = $"Settings {file.Name}";
        string text;
        try
        {
            text = File.ReadAllText(file.FullName);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new SettingsCheck(null, [Finding.Bad(thing, $"{e.Message} Give --settings the path of a file.")]);
        }

        var reading = new FlockSettingsReader(Environment.GetEnvironmentVariable).Read(text, isAsWritten: true);
        var findings = reading.Errors.Select(error => Finding.Bad(thing, error.ToString()))
            .Concat(reading.Warnings.Select(warning => Finding.Doubtful(thing, warning)))
            .ToList();
        if (findings.Count == 0)
            findings.Add(reading.Settings is null
                ? Finding.Doubtful(thing, "there is no enabled <TestFlock> section: tests run natively")
                : Finding.Good(thing, "can be used"));
        return new SettingsCheck(reading.Settings, findings);
    }
}
