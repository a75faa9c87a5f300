using TestFlock.Acceptance.Tests.Support;

namespace TestFlock.Acceptance.Tests.Misbehaving;

/// <summary>
/// What comes of classes whose tests fail, crash and hang, seen from the inside: tests write down where they ran, how
/// often, in which order, and what state they found.
/// </summary>
public sealed class MisbehavingTests
{
    // Tests of the whole table crash often, and xUnit v3's own adapter takes a minute to see it each time.
    private static readonly TimeSpan LongestTable = TimeSpan.FromMinutes(45);

    private static readonly string[] Isolations = ["process", "warm"];

    public static TheoryData<string> Frameworks => [.. Dialect.All
        .Where(dialect => ConformanceTable.IsWhole || dialect != Dialect.XunitV3)
        .Select(dialect => dialect.Framework.Name)];

    [Theory]
    [MemberData(nameof(Frameworks))]
    public async Task A_class_is_tried_again_from_a_clean_state_as_often_as_it_should_be(string framework)
    {
        var dialect = Dialect.All.Single(candidate => candidate.Framework.Name == framework);
        using var workspace = await Workspace.CreateAsync();
        if (ConformanceTable.IsWhole)
            workspace.Limit = LongestTable;
        var diary = Directory.CreateDirectory(Path.Combine(workspace.Folder, "diary")).FullName;
        var suite = Write(dialect, workspace);
        (await suite.BuildAsync()).ShouldSucceed();

        var runs = await Task.WhenAll(Isolations.Select(isolation => RunAsync(suite, workspace, isolation, diary)));

        var noted = DiaryEntry.ReadAll(diary);
        Isolations.Zip(runs).SelectMany(run => ConformanceTable.Of(dialect, run.First)
                .SelectMany(cell => cell.Check(run.Second.Results, noted)))
            .ShouldBeEmpty(string.Join<TestRun>('\n', runs));
    }

    private static TestProject Write(Dialect dialect, Workspace workspace)
    {
        var suite = dialect.Framework.AddPackages(new TestProject(workspace, "Suite") { UsesTestFlock = true });
        if (dialect.Framework.IsProgram)
            suite.Properties["OutputType"] = "Exe";
        foreach (var file in (string[])["Diary.cs", dialect.Preamble])
            suite.Write(file, File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Misbehaving", "Suites", file)));
        var classes = Isolations.SelectMany(isolation => ConformanceTable.Of(dialect, isolation));
        return suite.Write("Classes.cs", string.Join('\n', classes.Select(cell => dialect.Write(cell.Text)))).Save();
    }

    private static Task<TestRun> RunAsync(TestProject suite, Workspace workspace, string isolation, string diary)
    {
        workspace.Write($"{isolation}.runsettings",
            $"""
            <RunSettings>
              <RunConfiguration><EnvironmentVariables><DIARY>{diary}</DIARY></EnvironmentVariables></RunConfiguration>
              <TestFlock><Slots>2</Slots><Isolation>{isolation}</Isolation><Suite>{isolation}</Suite></TestFlock>
            </RunSettings>
            """);
        return suite.TestAsync(
            "--settings", $"{isolation}.runsettings", "--filter", $"FullyQualifiedName~{isolation}_");
    }
}
