using System.Xml.Linq;
using TestFlock.Acceptance.Tests.Support;

namespace TestFlock.Acceptance.Tests.Interception;

/// <summary>All that a user can see of a built suite.</summary>
/// <param name="Built">The output folder before any test ran.</param>
/// <param name="Everything">A run of all tests, under a coverage collector.</param>
/// <param name="Filtered">A run with a filter, and with settings for the framework.</param>
/// <param name="Listed">The lines of <c>--list-tests</c>.</param>
/// <param name="LeftBehind">The output folder in the end: tests and frameworks write into it too.</param>
public sealed record Observation(
    IReadOnlyList<string> Built,
    TestRun Everything,
    TestRun Filtered,
    IReadOnlyList<string> Listed,
    IReadOnlyList<string> LeftBehind)
{
    private const string Filter = "FullyQualifiedName~Plain&FullyQualifiedName!~Fails";

    /// <summary>Settings that each framework's adapter must find, beside a section of ours that says no.</summary>
    private const string FrameworkSettings =
        """
        <RunSettings>
          <TestFlock><Enabled>false</Enabled></TestFlock>
          <NUnit><DisplayName>FullName</DisplayName></NUnit>
          <xUnit><MethodDisplay>method</MethodDisplay></xUnit>
          <MSTest><MapInconclusiveToFailed>true</MapInconclusiveToFailed></MSTest>
        </RunSettings>
        """;

    private const string CoverageSettings =
        """
        <RunSettings>
          <DataCollectionRunSettings>
            <DataCollectors>
              <DataCollector friendlyName="XPlat Code Coverage">
                <Configuration><IncludeTestAssembly>true</IncludeTestAssembly></Configuration>
              </DataCollector>
            </DataCollectors>
          </DataCollectionRunSettings>
        </RunSettings>
        """;

    public static async Task<Observation> OfAsync(TestProject project, Workspace workspace)
    {
        workspace.Write("framework.runsettings", FrameworkSettings);
        workspace.Write("coverage.runsettings", CoverageSettings);

        return new Observation(
            project.OutputFiles(),
            // By the project: its build knows where the coverage collector is.
            await project.TestProjectAsync(
                "--no-build", "--collect", "XPlat Code Coverage", "--settings", "coverage.runsettings",
                "--logger", "console;verbosity=normal"),
            await project.TestAsync("--filter", Filter, "--settings", "framework.runsettings"),
            ListedTests(await workspace.DotnetAsync("test", project.Assembly, "--list-tests")),
            project.OutputFiles());
    }

    /// <summary>Every line of code the coverage report names, with its hits.</summary>
    public IReadOnlyList<string> CoveredLines =>
        [.. Directory.EnumerateFiles(Everything.ResultsFolder, "coverage.cobertura.xml", SearchOption.AllDirectories)
            .Take(1)
            .SelectMany(report => XDocument.Load(report).Descendants("class"))
            .SelectMany(type => type.Elements("lines").Elements("line"), (type, line) =>
                $"{type.Attribute("name")!.Value}:{line.Attribute("number")!.Value} {line.Attribute("hits")!.Value}")
            .Order(StringComparer.Ordinal)];

    /// <summary>The names of the files that reporters, collectors and tests left in the results folder.</summary>
    public IReadOnlyList<string> ResultFiles =>
        [.. FolderContent.Of(Everything.ResultsFolder)
            .Select(file => Path.GetFileName(file))
            .Order(StringComparer.Ordinal)];

    private static IReadOnlyList<string> ListedTests(CommandResult listing) =>
        [.. listing.ShouldSucceed().Lines
            .SkipWhile(line => !line.StartsWith("The following Tests are available", StringComparison.Ordinal))
            .Skip(1)];
}
