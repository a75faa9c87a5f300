using System.Text.Json.Nodes;

namespace TestFlock.Fleet.Tests.Support;

/// <summary>Where a report of Allure 3 has what it shows.</summary>
internal sealed class Allure3Report(string report)
    : AllureTool(report, "data/test-results", result => (bool)result["isRetry"]!)
{
    public override IReadOnlyList<(string Host, string Thread)> TimeLine =>
    [
        .. Read("widgets/timeline.json").AsArray()
            .Select(attempt => ((string)attempt!["host"]!, (string)attempt["thread"]!)).Order(),
    ];

    public override IReadOnlyList<string> Groups =>
        [.. Read("widgets/tree.json")["groupsById"]!.AsObject().Select(group => (string)group.Value!["name"]!)];

    public override string Environment => ReadText("widgets/allure_environment.json");

    /// <summary>It is in no file of its own.</summary>
    public override string Executor => ReadText("index.html");

    public override IReadOnlyList<(string Name, string Content)> AttachmentsOf(JsonNode test) =>
    [
        .. test["attachments"]!.AsArray().Select(attachment => attachment!["link"]!)
            .Select(link => ((string)link["name"]!, ReadText($"data/attachments/{link["id"]}{link["ext"]}"))),
    ];

    /// <summary>Allure 3 leaves what took less than a millisecond off its time line.</summary>
    private protected override bool HasLength(JsonNode result) => (long?)result["duration"] >= 1;
}
