using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging.Abstractions;
using TestFlock.Allure.Tests.Support;
using TestFlock.Contracts;
using TestFlock.Core.Reporting;
using TestFlock.Testing;

namespace TestFlock.Allure.Tests;

/// <summary>What lies in the folder of the results, where that is, and what happens when it cannot be written.</summary>
public sealed class AllureFilesTests : IDisposable
{
    private static readonly AttemptPlace One = new("agent-1", 1);

    private readonly ReportedRun _run = new();

    public void Dispose() => _run.Dispose();

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
        result.LabelOf("team").ShouldBe("cart");
        result.LabelOf("stand").ShouldBe("staging");
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

    private static RunBegan BeganWith(TestCase test) => new(Manifests.Plain, [test], DateTimeOffset.UnixEpoch);

    private static AttemptFinished Finished(TestResult result) => new(new FinishedAttempt
    {
        Id = new AttemptId(0, 1),
        Place = One,
        End = AttemptEnd.Completed,
        Ended = DateTimeOffset.UnixEpoch,
        Results = [result],
    });
}
