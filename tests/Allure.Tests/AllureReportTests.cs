using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging.Abstractions;
using TestFlock.Allure.Tests.Support;
using TestFlock.Contracts;
using TestFlock.Core.Reporting;

namespace TestFlock.Allure.Tests;

public sealed class AllureReportTests : IDisposable
{
    private static readonly AttemptPlace One = new("agent-1", 1);
    private static readonly AttemptPlace Other = new("agent-2", 3);

    private readonly ReportedRun _run = new();

    public void Dispose() => _run.Dispose();

    [Fact]
    public async Task Attempts_of_a_test_agree_in_all_that_reports_group_by_and_start_one_after_the_other()
    {
        var failed = Result(Outcome.Failed) with { ErrorMessage = "System.Exception : boom" };
        await _run.BeginAsync(Cases.Of("Shop.CartTests.Adds(1)", "Adds(1)"));
        await _run.AttemptAsync(0, 1, One, [failed]);
        await _run.AttemptAsync(0, 2, Other, [failed]);
        await _run.AttemptAsync(0, 3, One, [Result(Outcome.Passed)]);
        await _run.FinishAsync(0, 3, Result(Outcome.Passed));
        await _run.EndAsync();

        var attempts = _run.ReadResults();
        attempts.Select(a => (string?)a["status"]).ShouldBe(["broken", "broken", "passed"]);
        foreach (var identity in (string[])["historyId", "testCaseId", "fullName", "parameters"])
            attempts.Select(a => a[identity]!.ToJsonString()).Distinct().ShouldHaveSingleItem(identity);
        attempts.Select(a => (long)a["start"]!).ShouldBeUnique();
        attempts.ShouldAllBe(a => (long)a["stop"]! > (long)a["start"]!);
        attempts.Select(a => $"{Label(a, "host")}/{Label(a, "thread")}/{Label(a, "attempt")}")
            .ShouldBe(["agent-1/slot-1/", "agent-2/slot-3/2", "agent-1/slot-1/3"]);
        attempts.Select(a => (bool?)a["statusDetails"]!["flaky"]).ShouldBe([null, null, true]);
        ((string?)attempts[2]["statusDetails"]!["message"]).ShouldBe("Passed on attempt 3 of 3");
    }

    [Fact]
    public async Task An_attempt_is_written_while_its_test_is_tried_again_and_left_alone_afterwards()
    {
        var failed = Result(Outcome.Failed) with
        {
            ErrorMessage = "System.Exception : boom",
            Messages = [new ResultMessage { Category = "StdOutMsgs", Text = "hello" }],
        };
        await _run.BeginAsync(Cases.Of("Shop.CartTests.Adds"));
        await _run.AttemptAsync(0, 1, One, [failed]);
        await _run.WrittenAsync(1);
        var file = Directory.GetFiles(_run.Results, "*-result.json").Single();
        var content = await File.ReadAllTextAsync(file);
        File.Delete(file);
        await _run.AttemptAsync(0, 2, Other, [Result(Outcome.Passed)]);
        await _run.FinishAsync(0, 2, Result(Outcome.Passed));
        await _run.EndAsync();

        ((string?)JsonNode.Parse(content)!["status"]).ShouldBe("broken");
        var second = _run.ReadResults().ShouldHaveSingleItem("the first was taken away, and must not come back");
        ((bool?)second["statusDetails"]!["flaky"]).ShouldBe(true);
        Directory.GetFiles(_run.Results, "*-attachment.txt").Length.ShouldBe(1);
    }

    [Fact]
    public async Task An_attempt_that_turns_out_to_be_the_last_in_quarantine_is_written_again_in_its_place()
    {
        var failed = Result(Outcome.Failed) with { ErrorMessage = "boom" };
        await _run.BeginAsync(Cases.Of("Shop.CartTests.Adds"));
        await _run.AttemptAsync(0, 1, One, [failed]);
        await _run.WrittenAsync(1);
        ((string?)_run.ReadResults().Single()["status"]).ShouldBe("failed");
        await _run.FinishAsync(0, 1, failed with { Outcome = Outcome.Skipped, ErrorMessage = "TestFlock: in quarantine" });
        await _run.EndAsync();

        var result = _run.ReadResults().ShouldHaveSingleItem();
        ((string?)result["status"]).ShouldBe("skipped");
        ((bool?)result["statusDetails"]!["muted"]).ShouldBe(true);
    }

    [Fact]
    public async Task Files_are_whole_unmarked_utf8_without_nulls_and_nothing_unfinished_stays()
    {
        await _run.BeginAsync(Cases.Of("Shop.CartTests.Größe"));
        await _run.AttemptAsync(0, 1, One, [Result(Outcome.Passed)]);
        await _run.FinishAsync(0, 1);
        await _run.EndAsync();

        var file = Directory.GetFiles(_run.Results, "*-result.json").Single();
        File.ReadAllBytes(file)[..1].ShouldBe("{"u8.ToArray());
        var text = await File.ReadAllTextAsync(file);
        text.ShouldContain("Größe");
        text.ShouldNotContain("null");
        Path.GetFileName(file).ShouldBe($"{JsonNode.Parse(text)!["uuid"]}-result.json");
        Directory.GetDirectories(Path.GetDirectoryName(_run.Results)!).ShouldBe([_run.Results]);
        Directory.GetDirectories(_run.Results).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_test_without_an_end_is_broken_and_interrupted_and_one_result_even_after_it_had_spoken()
    {
        var said = Result(Outcome.Passed) with
        {
            Messages = [new ResultMessage { Category = "StdOutMsgs", Text = "hello" }],
        };
        var lost = Result(Outcome.Failed) with { ErrorMessage = "TestFlock: lost. The agent died." };
        await _run.BeginAsync(Cases.Of("Shop.CartTests.Adds"));
        await _run.AttemptAsync(0, 1, One, [said, lost], AttemptEnd.AgentLost);
        await _run.FinishAsync(0, 1, said, lost);
        await _run.EndAsync();

        var result = _run.ReadResults().ShouldHaveSingleItem();
        ((string?)result["status"]).ShouldBe("broken");
        ((string?)result["stage"]).ShouldBe("interrupted");
        ((string?)result["attachments"]![0]!["name"]).ShouldBe("Console Output");
        var globals = _run.Read("-globals.json").ShouldHaveSingleItem();
        ((string?)globals["errors"]![0]!["message"]).ShouldBe("Agent agent-1 was lost with 1 tests that never ended.");
    }

    [Fact]
    public async Task Rows_and_twins_that_nothing_tells_apart_are_no_attempts_of_each_other()
    {
        var twin = Cases.Of("Shop.CartTests.Adds", "Shop.CartTests.Adds", Cases.Xunit);
        await _run.BeginAsync(twin, twin with { Id = Guid.NewGuid() });
        await _run.AttemptAsync(0, 1, One, [Result(Outcome.Passed), Result(Outcome.Passed)]);
        await _run.FinishAsync(0, 1);
        await _run.AttemptAsync(1, 1, One, [Result(Outcome.Passed)]);
        await _run.FinishAsync(1, 1);
        await _run.EndAsync();

        _run.ReadResults().Select(r => (string?)r["historyId"]).ShouldBeUnique();
        _run.ReadResults().Count.ShouldBe(3);
    }

    [Fact]
    public async Task A_failure_in_quarantine_is_skipped_and_muted_as_the_user_was_told()
    {
        var failed = Result(Outcome.Failed) with { ErrorMessage = "boom" };
        var told = failed with { Outcome = Outcome.Skipped, ErrorMessage = "TestFlock: failed, in quarantine" };
        await _run.BeginAsync(Cases.Of("Shop.CartTests.Adds"));
        await _run.AttemptAsync(0, 1, One, [failed]);
        await _run.FinishAsync(0, 1, told);
        await _run.EndAsync();

        var result = _run.ReadResults().ShouldHaveSingleItem();
        ((string?)result["status"]).ShouldBe("skipped");
        ((bool?)result["statusDetails"]!["muted"]).ShouldBe(true);
        ((string?)result["statusDetails"]!["message"]).ShouldBe("TestFlock: failed, in quarantine");
    }

    [Fact]
    public async Task Moments_of_an_agent_whose_clock_is_wrong_are_brought_to_the_coordinators()
    {
        var ahead = TimeSpan.FromMinutes(7);
        var now = _run.Time.GetUtcNow();
        var stamped = Result(Outcome.Passed) with { StartTime = now + ahead, EndTime = now + ahead };
        await _run.BeginAsync(Cases.Of("Shop.CartTests.Adds"));
        await _run.AttemptAsync(0, 1, One, [stamped], clockAhead: ahead);
        await _run.FinishAsync(0, 1);
        await _run.EndAsync();

        ((long)_run.ReadResults().Single()["start"]!).ShouldBe(now.ToUnixTimeMilliseconds());
    }

    [Fact]
    public async Task Attached_files_are_copied_at_once_and_referenced_once()
    {
        var file = _run.Write("screen shot.png", "a picture");
        var attached = Result(Outcome.Passed) with
        {
            Attachments =
            [
                new AttachmentSet
                {
                    Uri = "executor://any",
                    DisplayName = "files",
                    Items =
                    [
                        new Attachment { Path = file, Description = "What the test saw" },
                        new Attachment { Path = Path.Combine(_run.Folder, "gone.txt") },
                    ],
                },
            ],
        };
        await _run.BeginAsync(Cases.Of("Shop.CartTests.Adds"));
        await _run.AttemptAsync(0, 1, One, [attached]);
        File.Delete(file);
        await _run.FinishAsync(0, 1);
        await _run.EndAsync();

        var attachment = _run.ReadResults().Single()["attachments"]!.AsArray().ShouldHaveSingleItem()!;
        ((string?)attachment["name"]).ShouldBe("What the test saw");
        ((string?)attachment["type"]).ShouldBe("image/png");
        var source = (string)attachment["source"]!;
        source.ShouldMatch("^[0-9a-f-]{36}-attachment\\.png$");
        File.ReadAllText(Path.Combine(_run.Results, source)).ShouldBe("a picture");
    }

    [Fact]
    public async Task The_users_own_files_stay_and_those_of_the_last_run_of_the_same_tests_go()
    {
        Directory.CreateDirectory(_run.Results);
        File.WriteAllText(Path.Combine(_run.Results, "categories.json"), "[]");
        File.WriteAllText(Path.Combine(_run.Results, $"{Guid.NewGuid()}-result.json"), "{}");
        for (var time = 0; time < 2; time++)
        {
            using var again = new ReportedRun { Options = new() { Directory = _run.Results } };
            await again.BeginAsync(Cases.Of("Shop.CartTests.Adds"));
            await again.AttemptAsync(0, 1, One, [Result(Outcome.Passed)]);
            await again.FinishAsync(0, 1);
            await again.EndAsync();
        }

        Directory.GetFiles(_run.Results, "*-result.json").Length.ShouldBe(2);
        Directory.GetFiles(_run.Results, "*-globals.json").Length.ShouldBe(1);
        File.ReadAllText(Path.Combine(_run.Results, "categories.json")).ShouldBe("[]");
    }

    [Fact]
    public async Task A_users_configuration_says_where_to_and_adds_links_and_labels()
    {
        var source = _run.Write("bin/Shop.dll", "no assembly");
        _run.Write(
            "bin/allureConfig.json",
            """
            { "allure": { "directory": "../mine", "links": ["https://jira/{issue}"], "globalLabels": { "team": "cart" },
              "failExceptions": ["Shop.Declined"], "indentOutput": true } }
            """);
        _run.Sources = [source];
        _run.Environment["ALLURE_LABEL_stand"] = "staging";
        await _run.BeginAsync(Cases.Of("Shop.CartTests.Adds").WithTrait("Issue", "S-1"));
        await _run.AttemptAsync(
            0, 1, One, [Result(Outcome.Failed) with { ErrorMessage = "Shop.Declined : no" }]);
        await _run.FinishAsync(0, 1);
        await _run.EndAsync();

        var file = Directory.GetFiles(Path.Combine(_run.Folder, "mine"), "*-result.json").ShouldHaveSingleItem();
        var text = await File.ReadAllTextAsync(file);
        var result = JsonNode.Parse(text)!.AsObject();
        text.ShouldContain("\n  \"");
        ((string?)result["status"]).ShouldBe("failed");
        ((string?)result["links"]![0]!["url"]).ShouldBe("https://jira/S-1");
        Label(result, "team").ShouldBe("cart");
        Label(result, "stand").ShouldBe("staging");
    }

    [Theory]
    [InlineData("a file")]
    [InlineData("full in the midst")]
    [InlineData("a configuration that is no JSON")]
    public async Task What_cannot_be_written_is_told_once_and_the_other_reports_go_on(string accident)
    {
        var others = new Listener();
        _run.Sources = [_run.Write("bin/Shop.dll", "no assembly")];
        if (accident == "a file")
            _run.Write("results/allure-results", "in the way");
        if (accident == "a configuration that is no JSON")
            _run.Write("bin/allureConfig.json", "{");
        await using var fan = new ReportFan([_run.Report, others], NullLogger<ReportFan>.Instance);
        await fan.TellAsync(BeganWith(Cases.Of("Shop.CartTests.Adds")), CancellationToken.None);
        if (accident == "full in the midst")
        {
            Directory.Delete(_run.Results, recursive: true);
            File.WriteAllText(_run.Results, "in the way");
        }

        await fan.TellAsync(Finished(Result(Outcome.Passed)), CancellationToken.None);
        await fan.TellAsync(new CaseFinished(0, Outcome.Passed), CancellationToken.None);
        await fan.TellAsync(new RunFinished(false, _run.Time.GetUtcNow()), CancellationToken.None);

        var note = others.Heard.OfType<NoteMade>().ShouldHaveSingleItem();
        note.Level.ShouldBe(NoteLevel.Warning);
        note.Text.ShouldStartWith("The report 'Allure results' failed and is incomplete: ");
        others.Heard.Count(e => e is CaseFinished or RunFinished).ShouldBe(2);
    }

    private static TestResult Result(Outcome outcome) => new() { Outcome = outcome };

    private static string? Label(JsonObject result, string name) => (string?)result["labels"]!.AsArray()
        .FirstOrDefault(label => (string?)label!["name"] == name)?["value"];

    private static RunBegan BeganWith(TestCase test) => new(
        new RunManifest
        {
            Run = new RunId("run-1"),
            Suite = "shop",
            Isolation = Isolation.Warm,
            SettingsXml = "<RunSettings/>",
            WorkingDirectory = ".",
        },
        [test],
        DateTimeOffset.UnixEpoch);

    private static AttemptFinished Finished(TestResult result) => new(new FinishedAttempt
    {
        Id = new AttemptId(0, 1),
        Place = One,
        End = AttemptEnd.Completed,
        Ended = DateTimeOffset.UnixEpoch,
        Results = [result],
    });
}
