using System.Text.Json.Nodes;
using System.Xml.Linq;
using TestFlock.Fleet.Tests.Support;

namespace TestFlock.Fleet.Tests;

/// <summary>Both generations of the real report tool make one true report of a run on two agents.</summary>
public sealed class AllureTests(TwoHosts hosts) : IClassFixture<TwoHosts>
{
    private const string Suite = "Allure.Suite:Reported.Shop";

    private readonly string _folder = Directory.CreateDirectory(
        Path.Combine(hosts.Fleet.Folder, $"allure-{Guid.NewGuid():N}")).FullName;

    private string Results => Path.Combine(_folder, "allure-results");

    [Fact]
    public async Task The_report_has_the_results_of_the_trx_and_every_attempt_with_who_ran_it()
    {
        var run = hosts.Fleet.StartRun(FleetSuite.Reported, new FleetSettings
        {
            Isolation = "warm",
            More = [Retry, AllureTo(Results)],
            Environment = new Dictionary<string, string>
            {
                ["GITHUB_ACTIONS"] = "true",
                ["GITHUB_RUN_NUMBER"] = "57",
            },
        });
        (await run.EndAsync()).ShouldBe(1, run.Console);

        CheckAllure2(await AllureTool.GenerateByAllure2Async(Results, Path.Combine(_folder, "report-2")), run);
        CheckAllure3(await AllureTool.GenerateByAllure3Async(Results, Path.Combine(_folder, "report-3")), run);
    }

    private static XElement Retry => new("Retry", new XAttribute("Max", 2));

    private static XElement AllureTo(string folder) => new("Allure", new XAttribute("Directory", folder));

    private static void CheckAllure2(AllureTool report, FleetRun run)
    {
        report.Counts.ShouldBe(run.Counts);
        report.All.Count.ShouldBe(
            report.Tests.Count + 2 + 2 + 2 + 1, "three tests were tried again twice, one once");
        var flaky = report.Test("Fails_at_first");
        ((bool)flaky["flaky"]!).ShouldBeTrue();
        ((int)flaky["retriesCount"]!).ShouldBe(2);
        Labels(flaky, "tag").ShouldBe(["cart"]);
        Labels(flaky, "owner").ShouldBe(["alice"]);
        Labels(flaky, "suite").ShouldBe(["Reported.Shop"]);
        AttachmentOf(report, flaky, "attempt.txt", "data/attachments").ShouldBe("attempt 3");
        CheckTheirs(report, "data/attachments");
        NamesBelow(report.Read("data/suites.json")).ShouldContain("CartTests");
        var timeline = report.Read("data/timeline.json")["children"]!.AsArray();
        timeline.Select(host => (string)host!["name"]!).Order().ShouldBe(["host-1", "host-2"]);
        timeline.SelectMany(host => host!["children"]!.AsArray()).Select(slot => (string)slot!["name"]!).Distinct()
            .Order().ShouldBe(["slot-1", "slot-2"]);
        report.Read("widgets/environment.json").ToJsonString().ShouldContain("host-1, host-2");
        report.Read("widgets/executors.json").ToJsonString().ShouldContain("GitHub Actions");
    }

    private static void CheckAllure3(AllureTool report, FleetRun run)
    {
        report.Counts.ShouldBe(run.Counts);
        report.All.Count.ShouldBe(report.Tests.Count + 2 + 2 + 2 + 1);
        var flaky = report.Test("Fails_at_first");
        ((bool)flaky["flaky"]!).ShouldBeTrue();
        ((int)flaky["retriesCount"]!).ShouldBe(2);
        var failed = report.Tests.Single(test => (string)test["fullName"]! == $"{Suite}.CartTests.Fails()");
        failed["error"]!["expected"]!.ToString().ShouldBe("10m");
        var timeline = report.Read("widgets/timeline.json").AsArray();
        timeline.Select(item => (string)item!["host"]!).Distinct().Order().ShouldBe(["host-1", "host-2"]);
        timeline.Select(item => (string)item!["thread"]!).Distinct().Order().ShouldBe(["slot-1", "slot-2"]);
        report.Read("widgets/statistic.json")["retries"]!.GetValue<int>().ShouldBe(4);
        report.Read("widgets/allure_environment.json").ToJsonString().ShouldContain("host-1, host-2");
    }

    /// <summary>Tests whose own Allure wrote a result, one of them only of its second attempt.</summary>
    private static void CheckTheirs(AllureTool report, string attachments)
    {
        var steps = report.Test("Tells_its_steps in their words");
        ((int)steps["retriesCount"]!).ShouldBe(0);
        Labels(steps, "layer").ShouldBe(["e2e"]);
        Labels(steps, "tag").ShouldBe(["pay"]);
        Labels(steps, "host").Single().ShouldStartWith("host-");
        var step = steps["testStage"]!["steps"]![0]!;
        report.ReadText($"{attachments}/{(string)step["attachments"]![0]!["source"]!}").ShouldBe("seen by the step");
        var died = report.Test("Dies_at_first in their words");
        ((int)died["retriesCount"]!).ShouldBe(1);
        ((bool)died["flaky"]!).ShouldBeTrue();
    }

    private static string[] Labels(JsonNode test, string name) =>
        [.. test["labels"]!.AsArray().Where(l => (string)l!["name"]! == name).Select(l => (string)l!["value"]!)];

    private static string AttachmentOf(AllureTool report, JsonNode test, string name, string folder)
    {
        var found = test["testStage"]!["attachments"]!.AsArray().Single(a => (string)a!["name"]! == name)!;
        return report.ReadText($"{folder}/{(string)found["source"]!}");
    }

    private static IEnumerable<string> NamesBelow(JsonNode tree) => tree["children"] is JsonArray children
        ? children.SelectMany(child => NamesBelow(child!).Prepend((string)child!["name"]!))
        : [];
}
