using System.Xml.Linq;
using TestFlock.Fleet.Tests.Support;
using Xunit.Abstractions;

namespace TestFlock.Fleet.Tests;

/// <summary>
/// The samples on a bad day of their shop: every framework, on two agents and on this machine alone, in both isolations,
/// in reports of Allure 3, Allure 2, and Allure 2 before 2.45.
/// </summary>
/// <remarks>
/// All sixteen are run by who sets <c>TESTFLOCK_SAMPLE_REPORTS=1</c>: some ten minutes. Without it one of them is.
/// </remarks>
[Collection(nameof(TwoHosts))]
public sealed class SampleReportsTests(TwoHosts hosts, ITestOutputHelper output)
{
    private const string TwoAgents = "two agents";
    private const string Embedded = "embedded";
    private const string BeforeRegrouping = "allure-2-before-2.45";

    private static readonly (string Name, Func<string, string, Task<AllureTool>> Generate)[] Tools =
    [
        ("allure-3", AllureTool.GenerateByAllure3Async),
        ("allure-2", AllureTool.GenerateByAllure2Async),
        (BeforeRegrouping, AllureTool.GenerateByOldAllure2Async),
    ];

    private readonly string _folder = Directory.CreateDirectory(
        Path.Combine(hosts.Fleet.Folder, $"reports-{Guid.NewGuid():N}")).FullName;

    public static TheoryData<string, string, string> Cells
    {
        get
        {
            var isWhole = Environment.GetEnvironmentVariable("TESTFLOCK_SAMPLE_REPORTS") == "1";
            var cells = new TheoryData<string, string, string>();
            foreach (var framework in (string[])["NUnit", "XunitV2", "XunitV3", "MSTest"])
            foreach (var where in (string[])[TwoAgents, Embedded])
            foreach (var isolation in (string[])["warm", "process"])
            {
                if (isWhole || (framework, where, isolation) == ("MSTest", TwoAgents, "warm"))
                    cells.Add(framework, where, isolation);
            }

            return cells;
        }
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public async Task Every_report_tool_shows_what_happened(string framework, string where, string isolation)
    {
        var results = Path.Combine(_folder, "allure-results");
        var run = hosts.Fleet.StartRun(FleetSuite.Sample(framework), SettingsOf(where, isolation, results));
        (await run.EndAsync()).ShouldBe(1, run.Console);

        run.Results.Count(result => result.Outcome == "Failed").ShouldBe(2, run.Console);
        foreach (var (name, generate) in Tools)
        {
            var report = new SampleReport(await generate(results, Path.Combine(_folder, name)), run);
            report.CheckAttempts();
            report.CheckMetadata($"Shop.{framework}");
            report.CheckFiles();
            report.CheckPlaces(where == TwoAgents ? ["host-1", "host-2"] : null);
            report.CheckSurroundings(isolation, isOld: name == BeforeRegrouping);
            output.WriteLine($"{framework}, {where}, {isolation}, {name}: {report}");
        }
    }

    private FleetSettings SettingsOf(string where, string isolation, string results) => new()
    {
        IsEmbedded = where == Embedded,
        Isolation = isolation,
        More =
        [
            new XElement("Retry", new XAttribute("Max", 2)),
            new XElement("Allure", new XAttribute("Directory", results)),
            .. where == Embedded ? new[] { new XElement("Slots", 2) } : [],
        ],
        Environment = new Dictionary<string, string>
        {
            ["GITHUB_ACTIONS"] = "true",
            ["GITHUB_RUN_NUMBER"] = "57",
            ["GITHUB_REF_NAME"] = "autumn",
        },
        Variables = new XElement(
            "Variables",
            new XElement(
                "Set", new XAttribute("Name", "SHOP_BAD_DAY"), new XAttribute("Value", Path.Combine(_folder, "diary")))),
    };
}
