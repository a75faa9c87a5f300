using System.Text.Json.Nodes;
using TestFlock.Tests.Servers;

namespace TestFlock.Fleet.Tests.Support;

/// <summary>A report that one of Allure's own tools made; <c>build/reports/install.sh</c> installs them.</summary>
public sealed class AllureTool
{
    private static readonly string Tools =
        Path.Combine(RepositoryFolder.Path, "artifacts", "reports", "node_modules");

    private readonly string _report;

    private AllureTool(string report) => _report = report;

    public static Task<AllureTool> GenerateByAllure2Async(string results, string report) =>
        GenerateAsync(report, Path.Combine(Tools, "allure-commandline", "bin", "allure"), "generate", "-o", report, results);

    public static Task<AllureTool> GenerateByAllure3Async(string results, string report) =>
        GenerateAsync(report, Path.Combine(Tools, "allure", "cli.js"), "generate", "-o", report, results);

    /// <param name="file">Below the report's folder.</param>
    public JsonNode Read(string file) => JsonNode.Parse(File.ReadAllText(Path.Combine(_report, file)))!;

    /// <inheritdoc cref="Read"/>
    public string ReadText(string file) => File.ReadAllText(Path.Combine(_report, file));

    /// <summary>Every file of a folder of the report.</summary>
    public IReadOnlyList<JsonNode> ReadAll(string folder) =>
    [
        .. Directory.EnumerateFiles(Path.Combine(_report, folder), "*.json")
            .Select(file => JsonNode.Parse(File.ReadAllText(file))!),
    ];

    private static async Task<AllureTool> GenerateAsync(string report, params string[] arguments)
    {
        await using var tool = ChildProgram.StartProgram(
            "node", Path.GetDirectoryName(report)!, new Dictionary<string, string>(), arguments);
        (await tool.EndAsync()).ShouldBe(0, tool.Output);
        return new AllureTool(report);
    }
}
