using System.Text.Json.Nodes;
using System.Xml.Linq;
using TestFlock.Fleet.Tests.Support;

namespace TestFlock.Fleet.Tests;

/// <summary>Both generations of the real report tool make one true report of a run on two agents.</summary>
public sealed class AllureTests : IAsyncLifetime
{
    private const string Suite = "Reported.Shop.CartTests";

    private readonly Support.Fleet _fleet = new();

    public Task InitializeAsync() => _fleet.InitializeAsync();

    public Task DisposeAsync() => _fleet.DisposeAsync();

    [Fact]
    public async Task The_report_has_the_results_of_the_trx_and_every_attempt_with_who_ran_it()
    {
        _fleet.Environment["GITHUB_ACTIONS"] = "true";
        _fleet.Environment["GITHUB_RUN_NUMBER"] = "57";
        await _fleet.StartAgentAsync("host-1");
        await _fleet.StartAgentAsync("host-2");
        var results = Path.Combine(_fleet.Folder, "allure-results");
        var run = _fleet.StartRun(FleetSuite.Reported, new FleetSettings
        {
            Isolation = "warm",
            More =
            [
                new XElement("Retry", new XAttribute("Max", 2)),
                new XElement("Allure", new XAttribute("Directory", results)),
            ],
        });
        (await run.EndAsync()).ShouldBe(1, run.Console);

        await CheckAllure2Async(results, run);
        await CheckAllure3Async(results, run);
    }

    private async Task CheckAllure2Async(string results, FleetRun run)
    {
        var report = await AllureTool.GenerateByAllure2Async(results, Path.Combine(_fleet.Folder, "report-2"));
        var all = report.ReadAll("data/test-cases");
        var tests = all.Where(test => !(bool)test["hidden"]!).ToArray();

        CountsOf(tests.Select(test => (string)test["status"]!)).ShouldBe(CountsOf(run));
        all.Count.ShouldBe(tests.Length + 2 + 2 + 2 + 1, "three tests were tried again twice, one once");
        var flaky = tests.Single(test => (string)test["name"]! == "Fails_at_first");
        ((bool)flaky["flaky"]!).ShouldBeTrue();
        ((int)flaky["retriesCount"]!).ShouldBe(2);
        Labels(flaky, "tag").ShouldBe(["cart"]);
        Labels(flaky, "owner").ShouldBe(["alice"]);
        Labels(flaky, "suite").ShouldBe(["Reported.Shop"]);
        AttachmentOf(report, flaky, "attempt.txt", "data/attachments").ShouldBe("attempt 3");
        CheckTheirs(report, tests, "data/attachments");
        NamesBelow(report.Read("data/suites.json")).ShouldContain("CartTests");
        var hosts = report.Read("data/timeline.json")["children"]!.AsArray();
        hosts.Select(host => (string)host!["name"]!).Order().ShouldBe(["host-1", "host-2"]);
        hosts.SelectMany(host => host!["children"]!.AsArray()).Select(slot => (string)slot!["name"]!).Distinct()
            .Order().ShouldBe(["slot-1", "slot-2"]);
        report.Read("widgets/environment.json").ToJsonString().ShouldContain("host-1, host-2");
        report.Read("widgets/executors.json").ToJsonString().ShouldContain("GitHub Actions");
    }

    private async Task CheckAllure3Async(string results, FleetRun run)
    {
        var report = await AllureTool.GenerateByAllure3Async(results, Path.Combine(_fleet.Folder, "report-3"));
        var all = report.ReadAll("data/test-results");
        var tests = all.Where(test => !(bool)test["isRetry"]!).ToArray();

        CountsOf(tests.Select(test => (string)test["status"]!)).ShouldBe(CountsOf(run));
        all.Count.ShouldBe(tests.Length + 2 + 2 + 2 + 1);
        var flaky = tests.Single(test => (string)test["name"]! == "Fails_at_first");
        ((bool)flaky["flaky"]!).ShouldBeTrue();
        ((int)flaky["retriesCount"]!).ShouldBe(2);
        var failed = tests.Single(test => (string)test["fullName"]! == $"Allure.Suite:{Suite}.Fails()");
        failed["error"]!["expected"]!.ToString().ShouldBe("10m");
        report.Read("widgets/timeline.json").AsArray().Select(item => (string)item!["host"]!).Distinct().Order()
            .ShouldBe(["host-1", "host-2"]);
        report.Read("widgets/statistic.json")["retries"]!.GetValue<int>().ShouldBe(4);
        report.Read("widgets/allure_environment.json").ToJsonString().ShouldContain("host-1, host-2");
    }

    /// <summary>Tests whose own Allure wrote a result, one of them only of its second attempt.</summary>
    private static void CheckTheirs(AllureTool report, JsonNode[] tests, string attachments)
    {
        var steps = tests.Single(test => (string)test["name"]! == "Tells_its_steps in their words");
        ((int)steps["retriesCount"]!).ShouldBe(0);
        Labels(steps, "layer").ShouldBe(["e2e"]);
        Labels(steps, "tag").ShouldBe(["pay"]);
        Labels(steps, "host").Single().ShouldStartWith("host-");
        var step = steps["testStage"]!["steps"]![0]!;
        report.ReadText($"{attachments}/{(string)step["attachments"]![0]!["source"]!}").ShouldBe("seen by the step");
        var died = tests.Single(test => (string)test["name"]! == "Dies_at_first in their words");
        ((int)died["retriesCount"]!).ShouldBe(1);
        ((bool)died["flaky"]!).ShouldBeTrue();
    }

    private static string CountsOf(FleetRun run) => CountsOf(run.Results.Select(result => result.Outcome switch
    {
        "Passed" => "passed",
        "Failed" => "failed",
        _ => "skipped",
    }));

    private static string CountsOf(IEnumerable<string> statuses) => string.Join(' ', statuses
        .Select(status => status == "broken" ? "failed" : status)
        .CountBy(status => status).OrderBy(count => count.Key, StringComparer.Ordinal)
        .Select(count => $"{count.Key} {count.Value}"));

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
