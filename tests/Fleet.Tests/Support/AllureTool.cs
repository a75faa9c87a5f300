using System.Text.Json.Nodes;
using TestFlock.Tests.Servers;

namespace TestFlock.Fleet.Tests.Support;

/// <summary>A report that one of Allure's own tools made; <c>build/reports/install.sh</c> installs them.</summary>
public sealed class AllureTool
{
    private static readonly string Tools =
        Path.Combine(RepositoryFolder.Path, "artifacts", "reports", "node_modules");

    private readonly string _report;

    private AllureTool(string report, string results, Func<JsonNode, bool> isRetry)
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

    public static async Task<AllureTool> GenerateByAllure2Async(string results, string report)
    {
        await GenerateAsync(report, Path.Combine(Tools, "allure-commandline", "bin", "allure"), results);
        return new AllureTool(report, "data/test-cases", result => (bool)result["hidden"]!);
    }

    public static async Task<AllureTool> GenerateByAllure3Async(string results, string report)
    {
        await GenerateAsync(report, Path.Combine(Tools, "allure", "cli.js"), results);
        return new AllureTool(report, "data/test-results", result => (bool)result["isRetry"]!);
    }

    /// <summary>The only test of this name.</summary>
    public JsonNode Test(string name) => Tests.Single(test => (string)test["name"]! == name);

    /// <param name="file">Below the report's folder.</param>
    public JsonNode Read(string file) => JsonNode.Parse(ReadText(file))!;

    /// <inheritdoc cref="Read"/>
    public string ReadText(string file) => File.ReadAllText(Path.Combine(_report, file));

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
