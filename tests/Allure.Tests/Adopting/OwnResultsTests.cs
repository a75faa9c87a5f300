using System.Text.Json.Nodes;
using TestFlock.Allure.Tests.Support;
using TestFlock.Contracts;
using TestFlock.Core.Reporting;

namespace TestFlock.Allure.Tests.Adopting;

/// <summary>Results that the user's own Allure wrote in the test processes.</summary>
public sealed class OwnResultsTests : IDisposable
{
    private static readonly AttemptPlace One = new("agent-1", 1);
    private static readonly AttemptPlace Other = new("agent-2", 1);

    private readonly ReportedRun _run = new();

    public void Dispose() => _run.Dispose();

    [Fact]
    public async Task Theirs_takes_the_place_of_ours_and_keeps_what_it_knows()
    {
        var ahead = TimeSpan.FromMinutes(5);
        await _run.BeginAsync(Cases.Of("Shop.CartTests.Adds").WithTrait("Category", "smoke"));
        await ArriveAsync(One, ahead, Theirs("Adds", ahead, result =>
        {
            result["uuid"] = "theirs";
            result["historyId"] = "their history";
            result["links"] = null;
            result["steps"] = new JsonArray(new JsonObject
            {
                ["name"] = "step",
                ["start"] = (_run.Time.GetUtcNow() + ahead).ToUnixTimeMilliseconds(),
                ["attachments"] = new JsonArray(new JsonObject { ["name"] = "x", ["source"] = "x-attachment.txt" }),
            });
        }), ("x-attachment.txt", "seen"));
        await _run.AttemptAsync(0, 1, One, [Passed()], clockAhead: ahead);
        await _run.FinishAsync(0, 1);
        await _run.EndAsync();

        var result = _run.ReadResults().ShouldHaveSingleItem();
        ((string?)result["uuid"]).ShouldBe("theirs");
        ((string?)result["historyId"]).ShouldBe("their history");
        result.ContainsKey("links").ShouldBeFalse();
        Labels(result, "host").ShouldBe(["agent-1"]);
        Labels(result, "thread").ShouldBe(["slot-1"]);
        Labels(result, "layer").ShouldBe(["e2e"]);
        Labels(result, "tag").ShouldBe(["smoke"]);
        Labels(result, "suite").ShouldBe(["Shop"]);
        var step = result["steps"]![0]!;
        ((long)step["start"]!).ShouldBe(_run.Time.GetUtcNow().ToUnixTimeMilliseconds());
        var source = (string)step["attachments"]![0]!["source"]!;
        File.ReadAllText(Path.Combine(_run.Results, source)).ShouldBe("seen");
    }

    [Fact]
    public async Task Attempts_without_theirs_are_of_the_same_test_as_those_with()
    {
        var crash = new TestResult { Outcome = Outcome.Failed, ErrorMessage = "TestFlock: the test process died." };
        await _run.BeginAsync(Cases.Of("Shop.CartTests.Adds"));
        await _run.AttemptAsync(0, 1, One, [crash], AttemptEnd.HostCrashed);
        await _run.WrittenAsync(1);
        await ArriveAsync(
            Other, TimeSpan.Zero, Theirs("Adds", TimeSpan.Zero, result => result["historyId"] = "their history"));
        await _run.AttemptAsync(0, 2, Other, [Passed()]);
        await _run.FinishAsync(0, 2, Passed());
        await _run.EndAsync();

        var attempts = _run.ReadResults();
        attempts.Select(a => (string?)a["historyId"]).ShouldBe(["their history", "their history"]);
        attempts.Select(a => (string?)a["testCaseId"]).Distinct().ShouldHaveSingleItem();
        attempts.Select(a => (string?)a["fullName"]).Distinct().ShouldHaveSingleItem();
        attempts.Select(a => (string?)a["status"]).ShouldBe(["broken", "passed"]);
        ((bool?)attempts[1]["statusDetails"]!["flaky"]).ShouldBe(true);
    }

    [Fact]
    public async Task What_the_platform_saw_after_the_tests_last_word_counts()
    {
        var failed = new TestResult { Outcome = Outcome.Failed, ErrorMessage = "TearDown : System.Exception : x" };
        await _run.BeginAsync(Cases.Of("Shop.CartTests.Adds"));
        await ArriveAsync(One, TimeSpan.Zero, Theirs("Adds", TimeSpan.Zero));
        await _run.AttemptAsync(0, 1, One, [failed]);
        await _run.FinishAsync(0, 1, failed);
        await _run.EndAsync();

        var result = _run.ReadResults().ShouldHaveSingleItem();
        ((string?)result["status"]).ShouldBe("broken");
        ((string?)result["statusDetails"]!["message"]).ShouldBe("TearDown : System.Exception : x");
    }

    [Fact]
    public async Task Rows_find_theirs_by_arguments_and_what_nobody_claims_is_kept()
    {
        await _run.BeginAsync(
            Cases.Of("Shop.CartTests.Adds(1)", "Adds(1)"), Cases.Of("Shop.CartTests.Adds(2)", "Adds(2)"));
        await ArriveAsync(One, TimeSpan.Zero, Theirs("Adds", TimeSpan.Zero, r => WithArgument(r, "2")));
        await ArriveAsync(One, TimeSpan.Zero, Theirs("Adds", TimeSpan.Zero, r => WithArgument(r, "1")));
        await ArriveAsync(One, TimeSpan.Zero, Theirs("Vanishes", TimeSpan.Zero));
        await ArriveAsync(One, TimeSpan.Zero, ("torn-result.json", "{"));
        for (var row = 0; row < 2; row++)
        {
            await _run.AttemptAsync(row, 1, One, [Passed()]);
            await _run.FinishAsync(row, 1);
        }

        await _run.EndAsync();

        _run.ReadResults().Select(r => (string?)r["name"]).Order()
            .ShouldBe(["Adds in their words", "Adds in their words", "Vanishes in their words"]);
        _run.ReadResults().ShouldAllBe(r => Labels(r, "host")[0] == "agent-1");
    }

    private (string Name, string Content) Theirs(
        string method, TimeSpan ahead, Action<JsonObject>? change = null)
    {
        var result = new JsonObject
        {
            ["uuid"] = Guid.NewGuid().ToString(),
            ["fullName"] = $"Shop:Shop.CartTests.{method}()",
            ["name"] = $"{method} in their words",
            ["status"] = "passed",
            ["start"] = (_run.Time.GetUtcNow() + ahead).ToUnixTimeMilliseconds(),
            ["stop"] = (_run.Time.GetUtcNow() + ahead).ToUnixTimeMilliseconds() + 5,
            ["labels"] = new JsonArray(
                new JsonObject { ["name"] = "host", ["value"] = "a-machine" },
                new JsonObject { ["name"] = "layer", ["value"] = "e2e" }),
        };
        change?.Invoke(result);
        return ($"{Guid.NewGuid()}-result.json", result.ToJsonString());
    }

    private async Task ArriveAsync(
        AttemptPlace place, TimeSpan ahead, params (string Name, string Content)[] files)
    {
        await _run.TellAsync(new BatchTaken(place, _run.Time.GetUtcNow() + ahead));
        var set = new AttachmentSet
        {
            Uri = AttachmentSet.OfAllure,
            DisplayName = "Allure results",
            Items = [.. files.Select(f => new Attachment { Path = _run.Write($"taken/{f.Name}", f.Content) })],
        };
        await _run.TellAsync(new RunFilesArrived([set], place));
        Directory.Delete(Path.Combine(_run.Folder, "taken"), recursive: true);
    }

    private static void WithArgument(JsonObject result, string value) => result["parameters"] =
        new JsonArray(new JsonObject { ["name"] = "count", ["value"] = value });

    private static TestResult Passed() => new() { Outcome = Outcome.Passed };

    private static string[] Labels(JsonObject result, string name) =>
        [.. result["labels"]!.AsArray().Where(l => (string?)l!["name"] == name).Select(l => (string)l!["value"]!)];
}
