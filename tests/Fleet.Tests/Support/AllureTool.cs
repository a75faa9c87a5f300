using System.Text.Json.Nodes;
using TestFlock.Tests.Servers;

namespace TestFlock.Fleet.Tests.Support;

/// <summary>A report that one of Allure's own tools made; <c>build/reports/install.sh</c> installs them.</summary>
public abstract class AllureTool
{
    private const string GlobalsFile = "widgets/globals.json";

    private static readonly string Tools =
        Path.Combine(RepositoryFolder.Path, "artifacts", "reports", "node_modules");

    private readonly string _report;

    private protected AllureTool(string report, string results, Func<JsonNode, bool> isRetry)
    {
        _report = report;
        All = ReadAll(results);
        Tests = [.. All.Where(result => !isRetry(result))];
    }

    /// <summary>Every attempt of every test.</summary>
    public IReadOnlyList<JsonNode> All { get; }

    /// <summary>One for each test: the attempt that counts.</summary>
    public IReadOnlyList<JsonNode> Tests { get; }

    /// <summary>How many tests have which outcome, in the words that <see cref="FleetRun.Counts"/> has, too.</summary>
    public string Counts => FleetRun.CountsOf(
        Tests.Select(test => (string)test["status"]!).Select(status => status == "broken" ? "failed" : status));

    /// <summary>Where each attempt is drawn, sorted.</summary>
    public abstract IReadOnlyList<(string Host, string Thread)> TimeLine { get; }

    /// <summary>Where each attempt that the time line can show says that it ran, sorted.</summary>
    public IReadOnlyList<(string Host, string Thread)> Places =>
    [
        .. All.Where(HasLength).Select(result => (Labels(result, "host").Single(), Labels(result, "thread").Single()))
            .Order(),
    ];

    /// <summary>Names of all groups of the tree that the report opens with.</summary>
    public abstract IReadOnlyList<string> Groups { get; }

    public abstract string Environment { get; }

    public abstract string Executor { get; }

    /// <summary>Files and errors of the run itself; empty from a tool that does not show them.</summary>
    public string Globals => File.Exists(Path.Combine(_report, GlobalsFile)) ? ReadText(GlobalsFile) : "";

    public static async Task<AllureTool> GenerateByAllure2Async(string results, string report)
    {
        await GenerateAsync(report, Path.Combine(Tools, "allure-commandline", "bin", "allure"), results);
        return new Allure2Report(report);
    }

    /// <summary>By one that groups retries as all did before 2.45: by history id.</summary>
    public static async Task<AllureTool> GenerateByOldAllure2Async(string results, string report)
    {
        await GenerateAsync(report, Path.Combine(Tools, "allure-commandline-before-2.45", "bin", "allure"), results);
        return new Allure2Report(report);
    }

    public static async Task<AllureTool> GenerateByAllure3Async(string results, string report)
    {
        await GenerateAsync(report, Path.Combine(Tools, "allure", "cli.js"), results);
        return new Allure3Report(report);
    }

    /// <summary>The only test of this name.</summary>
    public JsonNode Test(string name) => Tests.Single(test => (string)test["name"]! == name);

    /// <summary>The tests of this method: one for each row.</summary>
    public IReadOnlyList<JsonNode> TestsOf(string method) =>
        [.. Tests.Where(test => ((string)test["fullName"]!).Contains($".{method}(", StringComparison.Ordinal))];

    /// <summary>The files of a test, by name, and what is in them.</summary>
    public abstract IReadOnlyList<(string Name, string Content)> AttachmentsOf(JsonNode test);

    /// <summary>The values of a test's labels of this name, sorted.</summary>
    public static IReadOnlyList<string> Labels(JsonNode test, string name) =>
    [
        .. test["labels"]!.AsArray().Where(label => (string)label!["name"]! == name)
            .Select(label => (string)label!["value"]!).Order(StringComparer.Ordinal),
    ];

    /// <param name="file">Below the report's folder.</param>
    public JsonNode Read(string file) => JsonNode.Parse(ReadText(file))!;

    /// <inheritdoc cref="Read"/>
    public string ReadText(string file) => File.ReadAllText(Path.Combine(_report, file));

    private protected abstract bool HasLength(JsonNode result);

    private JsonNode[] ReadAll(string folder) =>
    [
        .. Directory.EnumerateFiles(Path.Combine(_report, folder), "*.json")
            .Select(file => JsonNode.Parse(File.ReadAllText(file))!),
    ];

    private static async Task GenerateAsync(string report, string program, string results)
    {
        await using var tool = ChildProgram.StartProgram(
            "node",
            Path.GetDirectoryName(report)!,
            new Dictionary<string, string>(),
            [program, "generate", "-o", report, results]);
        (await tool.EndAsync()).ShouldBe(0, tool.Output);
    }
}
