using TestFlock.Core.Settings;

namespace TestFlock.Core.Tests.Settings;

/// <summary>Run settings with one TestFlock section, whose content begins on line 3.</summary>
internal static class SettingsText
{
    public static SettingsReading Read(string content, params (string Name, string Value)[] variables) =>
        ReadWhole(Around(content), variables);

    public static SettingsReading ReadWhole(string xml, params (string Name, string Value)[] variables)
    {
        var environment = variables.ToDictionary(variable => variable.Name, variable => variable.Value);
        return new FlockSettingsReader(environment.GetValueOrDefault).Read(xml, isAsWritten: true);
    }

    public static string Around(string content) =>
        $"<RunSettings>\n<TestFlock>\n{content}\n</TestFlock>\n</RunSettings>";

    /// <summary>The settings, which must have been read without errors.</summary>
    public static FlockSettings Settings(this SettingsReading reading)
    {
        reading.Errors.ShouldBeEmpty();
        return reading.Settings.ShouldNotBeNull();
    }

    /// <summary>The only error, as the user reads it.</summary>
    public static string Error(this SettingsReading reading)
    {
        reading.Settings.ShouldBeNull();
        return reading.Errors.ShouldHaveSingleItem().ToString();
    }
}
