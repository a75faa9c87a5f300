using System.Text.Json.Nodes;
using System.Xml.Linq;
using TestFlock.Fleet.Tests.Support;
using TestFlock.Testing;

namespace TestFlock.Fleet.Tests;

/// <summary>Both generations of the real report tool make one true report of a run on two agents.</summary>
[Collection(nameof(TwoHosts))]
public sealed class AllureTests(TwoHosts hosts)
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

    [Fact]
    public async Task A_test_plan_in_process_isolation_is_sent_to_TestOps_while_the_run_goes_on_and_nothing_else_is_run()
    {
        using var allurectl = new AllurectlStandIn().Install();
        var gate = Path.Combine(_folder, "gate");
        var plan = WritePlan(
            $"{Suite}.CartTests.Fails_at_first()",
            $"{Suite}.CartTests.Passes_with_output_and_a_file()",
            $"{Suite}.CartTests.Adds(System.Int32,System.String)",
            $"{Suite}.PaymentTests.Tells_its_steps()",
            $"{Suite}.GateTests.Waits_at_the_gate(System.Threading.CancellationToken)");
        var run = hosts.Fleet.StartRun(FleetSuite.Reported, new FleetSettings
        {
            More = [Retry, AllureTo(allurectl.Results), TestOps],
            Environment = new Dictionary<string, string>
            {
                ["PATH"] = allurectl.SearchPath,
                ["ALLURE_TESTPLAN_PATH"] = plan,
                ["GITHUB_ACTIONS"] = "true",
            },
            Variables = new XElement(
                "Variables",
                new XElement("Set", new XAttribute("Name", "REPORTED_GATE"), new XAttribute("Value", gate))),
        });
        await allurectl.JournalAsync("while-running");
        await File.WriteAllTextAsync(gate, "open");
        (await run.EndAsync()).ShouldBe(0, run.Console);

        run.Console.ShouldContain(" selects 6 of 18 tests.");
        run.Counts.ShouldBe("passed 6");
        allurectl.Calls.ShouldBe(
        [
            "launch create --launch-name nightly --project-id 7 --format ID --no-header",
            "watch launch=423565 jobrun=",
            "job run 478451 started",
            "session finished, the command exited with 0",
            "job run 478451 stopped",
            "launch close 423565",
        ]);
        allurectl.Uploads.Select(upload => upload.Split(' ')[1]).Order(StringComparer.Ordinal).ShouldBe(
            Directory.GetFiles(allurectl.Results, "*-result.json").Select(Path.GetFileName).Order(StringComparer.Ordinal),
            "every result once");
        run.Console.ShouldContain("Allure TestOps: https://testops.example/launch/423565");
        var report = await AllureTool.GenerateByAllure3Async(allurectl.Results, Path.Combine(_folder, "report-3"));
        report.Counts.ShouldBe(run.Counts);
        ((int)report.Test("Fails_at_first")["retriesCount"]!).ShouldBe(2);
        report.All.Count.ShouldBe(6 + 2);
        CheckShown(report);
        report.Environment.ShouldContain("\"process\"");
        AllureTool.Labels(report.Test("Tells_its_steps in their words"), "layer").ShouldBe(["e2e"]);
    }

    private static XElement Retry => new("Retry", new XAttribute("Max", 2));

    private static XElement TestOps => XElement.Parse(
        "<TestOps Endpoint='https://testops.example' Project='7' Token='s3cret-token' Launch='nightly' />");

    private static XElement AllureTo(string folder) => new("Allure", new XAttribute("Directory", folder));

    private string WritePlan(params string[] selectors)
    {
        var file = Path.Combine(_folder, "testplan.json");
        var tests = selectors.Select((selector, i) => new JsonObject { ["id"] = 100 + i, ["selector"] = selector });
        File.WriteAllText(file, new JsonObject { ["version"] = "1.0", ["tests"] = new JsonArray([.. tests]) }.ToJsonString());
        return file;
    }

    private static void CheckAllure2(AllureTool report, FleetRun run)
    {
        report.Counts.ShouldBe(run.Counts);
        report.All.Count.ShouldBe(
            report.Tests.Count + 2 + 2 + 2 + 1, "three tests were tried again twice, one once");
        var flaky = report.Test("Fails_at_first");
        ((bool)flaky["flaky"]!).ShouldBeTrue();
        ((int)flaky["retriesCount"]!).ShouldBe(2);
        CheckTheirs(report, "data/attachments");
        CheckShown(report);
        report.TimeLine.Select(place => place.Host).Distinct().ShouldBe(["host-1", "host-2"]);
        report.TimeLine.Select(place => place.Thread).Distinct().Order().ShouldBe(["slot-1", "slot-2"]);
        report.Environment.ShouldContain("host-1, host-2");
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
        CheckShown(report);
        report.TimeLine.Select(place => place.Host).Distinct().ShouldBe(["host-1", "host-2"]);
        report.TimeLine.Select(place => place.Thread).Distinct().Order().ShouldBe(["slot-1", "slot-2"]);
        report.Read("widgets/statistic.json")["retries"]!.GetValue<int>().ShouldBe(4);
        report.Environment.ShouldContain("host-1, host-2");
    }

    /// <summary>What every report of a run on these agents shows, whatever ran.</summary>
    private static void CheckShown(AllureTool report)
    {
        var flaky = report.Test("Fails_at_first");
        AllureTool.Labels(flaky, "tag").ShouldBe(["cart"]);
        AllureTool.Labels(flaky, "owner").ShouldBe(["alice"]);
        AllureTool.Labels(flaky, "suite").ShouldBe(["Reported.Shop"]);
        report.Groups.ShouldContain("CartTests");
        report.AttachmentsOf(flaky).ShouldContain(("attempt.txt", "attempt 3"));
        report.TimeLine.ShouldBe(report.Places);
        report.TimeLine.ShouldAllBe(place => place.Host == "host-1" || place.Host == "host-2");
        report.Executor.ShouldContain("GitHub Actions");
    }

    /// <summary>Tests whose own Allure wrote a result, one of them only of its second attempt.</summary>
    private static void CheckTheirs(AllureTool report, string attachments)
    {
        var steps = report.Test("Tells_its_steps in their words");
        ((int)steps["retriesCount"]!).ShouldBe(0);
        AllureTool.Labels(steps, "layer").ShouldBe(["e2e"]);
        AllureTool.Labels(steps, "tag").ShouldBe(["pay"]);
        AllureTool.Labels(steps, "host").Single().ShouldStartWith("host-");
        var step = steps["testStage"]!["steps"]![0]!;
        report.ReadText($"{attachments}/{(string)step["attachments"]![0]!["source"]!}").ShouldBe("seen by the step");
        var died = report.Test("Dies_at_first in their words");
        ((int)died["retriesCount"]!).ShouldBe(1);
        ((bool)died["flaky"]!).ShouldBeTrue();
    }
}
