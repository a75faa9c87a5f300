using System.Text.Json.Nodes;

namespace TestFlock.Fleet.Tests.Support;

/// <summary>Where a report of Allure 2 has what it shows.</summary>
internal sealed class Allure2Report(string report)
    : AllureTool(report, "data/test-cases", result => (bool)result["hidden"]!)
{
    public override IReadOnlyList<(string Host, string Thread)> TimeLine =>
    [
        .. from host in ChildrenOf(Read("data/timeline.json"))
        from thread in ChildrenOf(host)
        from attempt in ChildrenOf(thread)
        let place = (NameOf(host), NameOf(thread))
        orderby place
        select place,
    ];

    public override IReadOnlyList<string> Groups => [.. GroupsBelow(Read("data/suites.json"))];

    public override string Environment => ReadText("widgets/environment.json");

    public override string Executor => ReadText("widgets/executors.json");

    public override IReadOnlyList<(string Name, string Content)> AttachmentsOf(JsonNode test) =>
    [
        // A test that did not run has no stage.
        .. (test["testStage"]?["attachments"]?.AsArray() ?? [])
            .Select(a => (NameOf(a!), ReadText($"data/attachments/{(string)a!["source"]!}"))),
    ];

    private protected override bool HasLength(JsonNode result) => true;

    private static IEnumerable<JsonNode> ChildrenOf(JsonNode node) => (node["children"] as JsonArray ?? [])!;

    private static string NameOf(JsonNode node) => (string)node["name"]!;

    private static IEnumerable<string> GroupsBelow(JsonNode tree) => ChildrenOf(tree)
        .Where(child => child["children"] is not null)
        .SelectMany(child => GroupsBelow(child).Prepend(NameOf(child)));
}
