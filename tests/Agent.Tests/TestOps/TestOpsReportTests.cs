using System.Runtime.Versioning;
using Microsoft.Extensions.Logging.Abstractions;
using TestFlock.Agent.Run;
using TestFlock.Allure.TestOps;
using TestFlock.Contracts;
using TestFlock.Core.Reporting;
using TestFlock.Core.Settings;
using TestFlock.Testing;

namespace TestFlock.Agent.Tests.TestOps;

/// <summary>Uploads by a program that plays allurectl, and by its absence.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class TestOpsReportTests : IDisposable
{
    private const string Token = "s3cret-token";

    private readonly AllurectlStandIn _allurectl = new();
    private readonly ManualTime _time = new();
    private readonly List<NoteMade> _notes = [];
    private readonly Dictionary<string, string> _environment;

    public TestOpsReportTests() => _environment = new Dictionary<string, string>
    {
        ["PATH"] = _allurectl.SearchPath,
        ["HOME"] = _allurectl.Folder,
        ["SHOP_PASSWORD"] = "not for others",
        ["GITHUB_ACTIONS"] = "true",
        ["GITHUB_TOKEN"] = "not for others",
        ["ALLURE_LAUNCH_TAGS"] = "nightly,linux",
    };

    public void Dispose() => _allurectl.Dispose();

    [Fact]
    public async Task A_launch_is_created_filled_while_the_run_goes_on_and_closed_each_once()
    {
        _allurectl.Install();
        await using var report = Report();
        await BeginAsync(report);
        await _allurectl.JournalAsync("watch launch=423565");
        var early = _allurectl.AddResult();
        await _allurectl.JournalAsync($"upload {early} while-running");
        _allurectl.AddResult();
        await EndAsync(report);

        _allurectl.Calls.ShouldBe(
        [
            "launch create --launch-name nightly --project-id 7 --format ID --no-header --launch-tags nightly,linux",
            "watch launch=423565 jobrun=",
            "job run 478451 started",
            "session finished, the command exited with 0",
            "job run 478451 stopped",
            "launch close 423565",
        ]);
        _allurectl.Uploads.Count.ShouldBe(2);
        _notes.ShouldBe([new NoteMade(
            NoteLevel.Informational, "Allure TestOps: https://testops.example/launch/423565")]);
        _allurectl.Environment.ShouldContain($"ALLURE_TOKEN={Token}");
        _allurectl.Environment.ShouldContain("ALLURE_ENDPOINT=https://testops.example");
        _allurectl.Environment.ShouldContain("GITHUB_ACTIONS=true");
        _allurectl.Environment.ShouldNotContain(line => line.Contains("not for others"));
    }

    [Theory]
    [InlineData(
        "ALLURE_LAUNCH_ID", "12", "watch launch=12 jobrun=", "https://testops.example/launch/12",
        "job run 478451 stopped")]
    [InlineData(
        "ALLURE_JOB_RUN_ID", "34", "watch launch= jobrun=34", "https://testops.example/jobrun/34",
        "job run 34 stopped")]
    public async Task What_others_began_is_joined_and_left_open(
        string variable, string id, string expected, string link, string stopped)
    {
        _allurectl.Install();
        _environment[variable] = id;
        await using var report = Report();
        await BeginAsync(report);
        await EndAsync(report);

        _allurectl.Calls[0].ShouldBe(expected);
        _allurectl.Calls[^2].ShouldBe("session finished, the command exited with 0");
        _allurectl.Calls[^1].ShouldBe(stopped);
        _notes.ShouldHaveSingleItem().Text.ShouldBe($"Allure TestOps: {link}");
    }

    [Theory]
    [InlineData("create")]
    [InlineData("watch")]
    [InlineData("close")]
    public async Task A_server_that_is_away_for_a_while_is_asked_again(string command)
    {
        _allurectl.Install();
        _allurectl.Refuse(command, times: 2);
        await using var report = Report();
        var pauses = PassPausesAsync(2);
        await BeginAsync(report);
        await EndAsync(report);
        await pauses;

        _allurectl.Calls.Count(call => call == $"refused {command}").ShouldBe(2);
        _allurectl.Calls[^1].ShouldBe("launch close 423565");
        _allurectl.Calls.Count(call => !call.StartsWith("refused", StringComparison.Ordinal)).ShouldBe(6);
        _notes.ShouldAllBe(note => note.Level == NoteLevel.Informational);
    }

    [Fact]
    public async Task A_server_that_refuses_costs_one_warning_with_the_way_to_upload_later()
    {
        _allurectl.Install();
        _allurectl.Refuse("create", times: 99);
        await using var report = Report();
        var pauses = PassPausesAsync(2);
        await BeginAsync(report);
        await EndAsync(report);
        await pauses;

        _allurectl.Calls.ShouldBe(["refused create", "refused create", "refused create"]);
        var warning = _notes.ShouldHaveSingleItem();
        warning.Level.ShouldBe(NoteLevel.Warning);
        warning.Text.ShouldContain("could not create a launch in 3 tries");
        warning.Text.ShouldContain("503 Service Unavailable");
        warning.Text.ShouldNotContain(Token);
        warning.Text.ShouldContain(
            $"allurectl upload \"{_allurectl.Results}\" --endpoint https://testops.example --project-id 7 "
            + "--launch-name \"nightly\"");
    }

    [Fact]
    public async Task A_machine_without_allurectl_costs_one_warning()
    {
        _environment["PATH"] = _allurectl.Folder;
        await using var report = Report();
        await BeginAsync(report);
        await EndAsync(report);

        _notes.ShouldHaveSingleItem().Text.ShouldContain("allurectl is in no folder of PATH: install it.");
    }

    private TestOpsReport Report() => new(
        new TestOpsRun
        {
            Options = new TestOpsOptions
            {
                Endpoint = new Uri("https://testops.example"), Project = 7, Token = Token, Launch = "nightly",
            },
            Environment = _environment,
            WaitingCommand = AwaitRunVerb.CommandFor,
        },
        () => _allurectl.Results,
        note =>
        {
            _notes.Add(note);
            return ValueTask.CompletedTask;
        },
        _time,
        NullLogger<TestOpsReport>.Instance);

    /// <summary>Lets the pauses between tries pass at once.</summary>
    private async Task PassPausesAsync(int pauses)
    {
        for (var (left, pause) = (pauses, TimeSpan.FromSeconds(2)); left > 0; left--, pause *= 2)
        {
            await _time.WhenSetAsync(pause);
            _time.Advance(pause);
        }
    }

    private static async Task BeginAsync(TestOpsReport report) => await report.TellAsync(
        new RunBegan(Manifests.Plain, [], DateTimeOffset.UnixEpoch), CancellationToken.None);

    private static async Task EndAsync(TestOpsReport report) =>
        await report.TellAsync(new RunFinished(false, DateTimeOffset.UnixEpoch), CancellationToken.None);
}
