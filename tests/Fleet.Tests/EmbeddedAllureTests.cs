using System.Xml.Linq;
using TestFlock.Fleet.Tests.Support;
using TestFlock.Testing;

namespace TestFlock.Fleet.Tests;

/// <summary>Allure results of runs on this machine alone, and accidents of reports that no run may suffer from.</summary>
public sealed class EmbeddedAllureTests : IAsyncLifetime
{
    private const string Passing = "FullyQualifiedName~Adds|FullyQualifiedName~Fails_at_first";

    // Its servers are never started.
    private readonly Support.Fleet _fleet = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => _fleet.DisposeAsync();

    [Fact]
    public async Task A_server_that_refuses_costs_one_warning_and_the_report_is_whole()
    {
        using var allurectl = new AllurectlStandIn().Install();
        allurectl.Refuse("create", times: 99);
        var run = StartRun(allurectl.SearchPath, allurectl.Results);
        (await run.EndAsync()).ShouldBe(0, run.Console);

        allurectl.Calls.ShouldBe(["refused create", "refused create", "refused create"]);
        Occurrences(run, "did not get all results").ShouldBe(1, run.Console);
        run.Console.ShouldContain("could not create a launch in 3 tries");
        run.Console.ShouldContain($"allurectl upload \"{allurectl.Results}\" --endpoint https://testops.example");
        run.Console.ShouldNotContain("s3cret-token");
        run.Counts.ShouldBe("passed 3");
        var report2 = await AllureTool.GenerateByAllure2Async(allurectl.Results, Path.Combine(_fleet.Folder, "2"));
        var report3 = await AllureTool.GenerateByAllure3Async(allurectl.Results, Path.Combine(_fleet.Folder, "3"));
        (report2.Counts, report3.Counts).ShouldBe((run.Counts, run.Counts));
        (report2.All.Count, report3.All.Count).ShouldBe((3 + 2, 3 + 2), "one test was tried three times");
        ((bool)report2.Test("Fails_at_first")["flaky"]!).ShouldBeTrue();
        ((bool)report3.Test("Fails_at_first")["flaky"]!).ShouldBeTrue();
    }

    [Fact]
    public async Task A_machine_without_allurectl_and_then_without_a_folder_for_results_costs_one_warning()
    {
        var results = Path.Combine(_fleet.Folder, "allure-results");
        var withoutProgram = StartRun(PathWithoutAllurectl(), results);
        (await withoutProgram.EndAsync()).ShouldBe(0, withoutProgram.Console);
        Occurrences(withoutProgram, "allurectl is in no folder of PATH: install it.").ShouldBe(1, withoutProgram.Console);
        withoutProgram.Console.ShouldContain($"allurectl upload \"{results}\"");
        Directory.GetFiles(results, "*-result.json").Length.ShouldBe(5);

        Directory.Delete(results, recursive: true);
        await File.WriteAllTextAsync(results, "in the way");
        var withoutFolder = StartRun(PathWithoutAllurectl(), results, sendsToTestOps: false);
        (await withoutFolder.EndAsync()).ShouldBe(0, withoutFolder.Console);
        Occurrences(withoutFolder, "The report 'Allure results' failed and is incomplete").ShouldBe(1, withoutFolder.Console);
        withoutFolder.Console.ShouldContain($"cannot be written to {results}");
        withoutFolder.Console.ShouldContain("Give another folder in <Allure Directory=\"…\" />");
        withoutFolder.Counts.ShouldBe("passed 3");
    }

    private FleetRun StartRun(string searchPath, string results, bool sendsToTestOps = true) =>
        _fleet.StartRun(FleetSuite.Reported, new FleetSettings
        {
            Environment = new Dictionary<string, string> { ["PATH"] = searchPath },
            IsEmbedded = true,
            Isolation = "warm",
            Filter = Passing,
            More =
            [
                new XElement("Retry", new XAttribute("Max", 2)),
                new XElement("Allure", new XAttribute("Directory", results)),
                .. sendsToTestOps
                    ? new[]
                    {
                        XElement.Parse(
                            "<TestOps Endpoint='https://testops.example' Project='7' Token='s3cret-token' />"),
                    }
                    : [],
            ],
        });

    private static string PathWithoutAllurectl() => string.Join(':', Environment.GetEnvironmentVariable("PATH")!
        .Split(':').Where(folder => !File.Exists(Path.Combine(folder, "allurectl"))));

    private static int Occurrences(FleetRun run, string text) => run.Console.Split(text).Length - 1;
}
