using System.Text.RegularExpressions;
using TestFlock.Core.Planning;
using TestFlock.Core.Settings;
using TestFlock.Core.Settings.Reading;

namespace TestFlock.Core.Tests.Settings;

/// <summary>docs/configuration.md and the code say the same.</summary>
public partial class ConfigurationDocTests
{
    private static readonly string Document =
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "configuration.md"));

    [Fact]
    public void Every_setting_has_one_row_and_every_row_is_a_setting()
    {
        Rows("## All settings").Select(row => row[0])
            .ShouldBe(SettingsCatalog.All.Select(setting => $"`{setting.Place}`"), ignoreOrder: true);
    }

    [Fact]
    public void Every_row_tells_the_default_and_the_values_of_the_code()
    {
        foreach (var setting in SettingsCatalog.All)
        {
            var row = Rows("## All settings").Single(candidate => candidate[0] == $"`{setting.Place}`");
            row[1].ShouldBe(setting.Default ?? "required", setting.Place);
            row[2].ShouldBe(setting.Range, setting.Place);
            row[3].ShouldNotBeEmpty(setting.Place);
        }
    }

    [Fact]
    public void Every_row_tells_what_is_available()
    {
        var missing = NotAvailableYet.Table.ToDictionary(entry => $"`{entry.Setting.Place}`");
        var elements = NotAvailableYet.Table.Select(entry => entry.Setting.Element).ToHashSet();

        foreach (var row in Rows("## All settings"))
        {
            if (missing.TryGetValue(row[0], out var entry))
                row[4].ShouldBe(entry.Available is null ? "no" : $"only {entry.Available}", row[0]);
            else if (!elements.Contains(row[0].Split(' ')[0].Trim('`', '<', '>')))
                row[4].ShouldBe("yes", row[0]);
        }
    }

    [Fact]
    public void Every_trait_has_one_row_that_tells_whether_it_is_available()
    {
        Rows("## Traits").Select(row => (row[0], row[2])).ShouldBe(
            FlockTraits.Known.Select(name =>
                ($"`{name}`", FlockTraits.NotAvailableYet.Contains(name) ? "no" : "yes")),
            ignoreOrder: true);
    }

    [Fact]
    public void Every_example_is_read_without_errors()
    {
        var variables = new Dictionary<string, string>
        {
            ["TESTFLOCK_BROKER"] = "amqp://shop@host",
            ["TESTFLOCK_COORDINATION"] = "redis://host",
            ["ALLURE_TOKEN"] = "token",
        };
        var examples = Example().Matches(Document).Select(match => match.Groups[1].Value).ToArray();

        examples.Length.ShouldBe(2);
        foreach (var example in examples)
        {
            var reading = new FlockSettingsReader(variables.GetValueOrDefault, []).Read(example);
            reading.Errors.ShouldBeEmpty();
            reading.Settings.ShouldNotBeNull();
        }
    }

    [Fact]
    public void The_example_with_everything_uses_every_element()
    {
        var example = Example().Matches(Document)[1].Value;

        // Slots belong to the embedded broker, and the example has a server.
        foreach (var setting in SettingsCatalog.All.Where(setting => setting != TopElements.Slots))
            example.ShouldContain($"<{setting.Element.Split('/')[^1]}");
    }

    /// <summary>The cells of the first table after the heading, without its two head lines.</summary>
    private static List<string[]> Rows(string heading) =>
    [
        .. Document[Document.IndexOf(heading, StringComparison.Ordinal)..].Split('\n')
            .SkipWhile(line => !line.StartsWith('|'))
            .TakeWhile(line => line.StartsWith('|'))
            .Skip(2)
            .Select(line => line.Trim().Trim('|').Split(" | ").Select(cell => cell.Trim()).ToArray()),
    ];

    [GeneratedRegex("```xml\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Example();
}
