using System.Text.Json;
using System.Text.RegularExpressions;
using TestFlock.Acceptance.Tests.Interception;
using TestFlock.Acceptance.Tests.Support;

namespace TestFlock.Acceptance.Tests.Flock;

/// <summary>Tests that misbehave, in each framework: what runs again, how often, and what is told of it.</summary>
public sealed class UnstableTests
{
    private const string Settings =
        """
        <RunSettings>
          <TestFlock>
            <Slots>2</Slots>
            <Retry Max="1"><Never Message="hopeless" /></Retry>
            <Quarantine File="quarantine.json" />
          </TestFlock>
        </RunSettings>
        """;

    private const string Quarantine =
        """
        [
          { "test": "Unstable.Is_known_*", "owner": "ann", "reason": "SHOP-12", "until": "2999-12-31" },
          { "test": "Unstable.Is_not_*", "owner": "bob", "reason": "SHOP-9", "until": "2020-01-31" },
        ]
        """;

    // How each framework names what the suite calls Class, Test and Trait.
    private static readonly Dictionary<string, string> Usings = new()
    {
        ["NUnit adapter 6"] =
            "global using Class = NUnit.Framework.TestFixtureAttribute; global using Test = "
            + "NUnit.Framework.TestAttribute; global using Trait = NUnit.Framework.PropertyAttribute;",
        ["xUnit v2"] =
            "global using Class = System.SerializableAttribute; global using Test = Xunit.FactAttribute; "
            + "global using Trait = Xunit.TraitAttribute;",
        ["MSTest 4"] =
            "global using Class = Microsoft.VisualStudio.TestTools.UnitTesting.TestClassAttribute; "
            + "global using Test = Microsoft.VisualStudio.TestTools.UnitTesting.TestMethodAttribute; "
            + "global using Trait = Microsoft.VisualStudio.TestTools.UnitTesting.TestPropertyAttribute;",
    };

    private static readonly FrameworkVersion[] Versions =
        [FrameworkVersion.NUnit6, FrameworkVersion.XunitV2, FrameworkVersion.MSTest4];

    public static TheoryData<string> Frameworks => [.. Versions.Select(version => version.Name)];

    [Theory]
    [MemberData(nameof(Frameworks))]
    public async Task What_fails_is_tried_again_as_settings_and_traits_say_and_told_once(string name)
    {
        var framework = Versions.Single(version => version.Name == name);
        using var workspace = await Workspace.CreateAsync();
        var attempts = Directory.CreateDirectory(Path.Combine(workspace.Folder, "attempts")).FullName;
        workspace.Write("quarantine.json", Quarantine);
        workspace.Write("flock.runsettings", Settings.Replace(
            "<RunSettings>",
            "<RunSettings><RunConfiguration><EnvironmentVariables>"
            + $"<ATTEMPTS>{attempts}</ATTEMPTS></EnvironmentVariables></RunConfiguration>"));
        var project = framework.AddPackages(new TestProject(workspace, "Suite") { UsesTestFlock = true })
            .Write("Unstable.cs", File.ReadAllText(
                Path.Combine(AppContext.BaseDirectory, "Flock", "Suites", "Unstable.cs")))
            .Write("Usings.cs", Usings[name]);
        (await project.Save().BuildAsync()).ShouldSucceed();

        var run = await project.TestAsync("--settings", "flock.runsettings");

        CountsIn(attempts).ShouldBe(
            [
                "Fails_once 2",
                "Is_known_to_fail 2",
                "Is_not_worth_it 1",
                "Takes_too_long 1",
                "Visits 2",
                "Was_visited_once_and_fails_once 2",
            ],
            run.ToString());
        Told(run).ShouldBe(
            [
                "Stateful.Visits Passed",
                "Stateful.Was_visited_once_and_fails_once Passed",
                "Unstable.Fails_once Passed",
                "Unstable.Is_known_to_fail NotExecuted",
                "Unstable.Is_not_worth_it Failed",
                "Unstable.Takes_too_long Failed",
            ],
            run.ToString());
        run.Command.ExitCode.ShouldBe(1);
        run.Command.Output.ShouldContain("It ran longer than 00:00:05, its own limit, and its process was killed");
        run.Command.Output.ShouldContain("2 of them are flaky");
        FlakyIn(run).ShouldBe(
            ["Stateful.Was_visited_once_and_fails_once 2", "Unstable.Fails_once 2"], ignoreOrder: true);
        var stories = StoriesIn(run);
        stories.Select(story => $"{story.Key} {story.Value.Split('\n')[0]}").ShouldBe(
            [
                "Fails_once TestFlock: flaky. Passed on attempt 2.",
                "Is_known_to_fail TestFlock: this is attempt 2.",
                "Visits TestFlock: this is attempt 2.",
                "Was_visited_once_and_fails_once TestFlock: flaky. Passed on attempt 2.",
            ],
            ignoreOrder: true,
            run.ToString());
        stories["Fails_once"].ShouldMatch(@"\nAttempt 1 \(.+, slot \d, .+ s\): Failed\n(.*\n)*.*not yet");
        stories["Visits"].ShouldMatch(@"\nAttempt 1 \(.+, slot \d, .+ s\): Passed");
        MessageOf(run, "Is_known_to_fail").ShouldContain("in quarantine until 2999-12-31 (ann: SHOP-12)");
        run.Command.Output.ShouldContain("The quarantine of Unstable.Is_not_* ended on 2020-01-31");

        // A late pass and a failure in quarantine are no failures of the run.
        Directory.Delete(attempts, recursive: true);
        Directory.CreateDirectory(attempts);
        var well = await project.TestAsync(
            "--settings", "flock.runsettings", "--filter",
            "FullyQualifiedName~Unstable.Fails_once|FullyQualifiedName~Is_known_to_fail");
        well.Command.Output.ShouldContain("1 of them are flaky");
        well.Command.ExitCode.ShouldBe(0, well.ToString());
    }

    private static string[] CountsIn(string folder) => [.. Directory.GetFiles(folder)
        .CountBy(file => Path.GetFileName(file).Split('.')[0])
        .Select(test => $"{test.Key} {test.Value}")
        .Order(StringComparer.Ordinal)];

    private static string[] FlakyIn(TestRun run)
    {
        using var file = JsonDocument.Parse(
            File.ReadAllBytes(Directory.GetFiles(run.ResultsFolder, "testflock-*.json").Single()));
        return
        [
            .. file.RootElement.GetProperty("flaky").EnumerateArray()
                .Select(test => $"{test.GetProperty("name").GetString()} {test.GetProperty("attempts").GetInt32()}"),
        ];
    }

    // What loggers, and so IDEs too, get of the attempts before the last, by test.
    private static Dictionary<string, string> StoriesIn(TestRun run) =>
        TrxReport.ReadMessages(Path.Combine(run.ResultsFolder, "run.trx"))
            .Where(told => Regex.IsMatch(told.Text, @"^TestFlock: .*attempt \d\.(\n|$)"))
            .Where(told => !told.Text.StartsWith("TestFlock: agent ", StringComparison.Ordinal))
            .ToDictionary(told => told.Test.Split('.')[^1], told => told.Text);

    private static string[] Told(TestRun run) =>
        [.. run.Results.Select(result => $"{result.FullyQualifiedName} {result.Outcome}").Order(StringComparer.Ordinal)];

    private static string MessageOf(TestRun run, string test) =>
        run.Results.Single(result => result.FullyQualifiedName.EndsWith(test, StringComparison.Ordinal)).Message ?? "";
}
