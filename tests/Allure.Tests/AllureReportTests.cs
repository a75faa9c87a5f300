using System.Text.Json.Nodes;
using TestFlock.Allure.Tests.Support;
using TestFlock.Contracts;
using TestFlock.Core.Reporting;

namespace TestFlock.Allure.Tests;

/// <summary>What the results of a run say.</summary>
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
        attempts.Select(a => $"{a.LabelOf("host")}/{a.LabelOf("thread")}/{a.LabelOf("attempt")}")
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
    public async Task A_finished_test_is_written_with_the_next_word_of_progress()
    {
        await _run.BeginAsync(Cases.Of("Shop.CartTests.Adds"), Cases.Of("Shop.CartTests.Takes"));
        await _run.AttemptAsync(0, 1, One, [Result(Outcome.Passed)]);
        await _run.FinishAsync(0, 1, Result(Outcome.Passed));
        await _run.WrittenAsync(1);

        ((string?)_run.ReadResults().ShouldHaveSingleItem()["name"]).ShouldBe("Adds");
        await _run.EndAsync();
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

    private static TestResult Result(Outcome outcome) => new() { Outcome = outcome };
}
