using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging.Abstractions;
using TestFlock.Allure.Tests.Support;
using TestFlock.Contracts;
using TestFlock.Core.Reporting;
using TestFlock.Testing;

namespace TestFlock.Allure.Tests;

/// <summary>Disks that take no more while results are written: told once, and no run may suffer from it.</summary>
public sealed class AllureReportDiskTests : IDisposable
{
    private const int Tests = 300;

    private readonly ReportedRun _run = new();
    private readonly Listener _others = new();

    public void Dispose() => _run.Dispose();

    [SmallDiskFact]
    public async Task A_disk_that_gets_full_costs_one_warning_and_what_is_there_is_whole()
    {
        using var disk = SmallDisk.Mount(Path.GetDirectoryName(_run.Results)!, "400k");
        await RunAsync(then: () => { });

        CheckTold("No space left on device");
        CheckWhole();
    }

    [SmallDiskFact]
    public async Task Attached_files_that_fill_the_disk_cost_one_warning_and_what_is_there_is_whole()
    {
        using var disk = SmallDisk.Mount(Path.GetDirectoryName(_run.Results)!, "400k");
        await RunAsync(then: () => { }, _run.Write("shot.png", new string('x', 50_000)));

        CheckTold("No space left on device");
        CheckWhole();
    }

    [SmallDiskFact]
    public async Task A_disk_that_turns_read_only_costs_one_warning_and_what_is_there_is_whole()
    {
        using var disk = SmallDisk.Mount(Path.GetDirectoryName(_run.Results)!, "8m");
        await RunAsync(then: disk.MakeReadOnly);

        CheckTold("Read-only file system");
        CheckWhole();
    }

    /// <param name="then">What happens to the disk after the first result.</param>
    /// <param name="attached">By every test but the first.</param>
    private async Task RunAsync(Action then, string? attached = null)
    {
        await using var fan = new ReportFan([_run.Report, _others], NullLogger<ReportFan>.Instance);
        _run.Fan = fan;
        await _run.BeginAsync([.. Enumerable.Range(0, Tests).Select(i => Cases.Of($"Shop.CartTests.Adds_{i}"))]);
        await PassAsync(0, []);
        await _run.WrittenAsync(1);
        then();
        AttachmentSet[] sets = attached is null
            ? []
            : [new() { Uri = "executor://any", DisplayName = "files", Items = [new() { Path = attached }] }];
        for (var i = 1; i < Tests; i++)
            await PassAsync(i, sets);
        await _run.EndAsync();
    }

    private async Task PassAsync(int ordinal, IReadOnlyList<AttachmentSet> sets)
    {
        var result = new TestResult { Outcome = Outcome.Passed, Attachments = sets };
        await _run.AttemptAsync(ordinal, 1, new AttemptPlace("agent-1", 1), [result]);
        await _run.FinishAsync(ordinal, 1, result);
    }

    private void CheckTold(string reason)
    {
        var note = _others.Heard.OfType<NoteMade>().ShouldHaveSingleItem();
        note.Level.ShouldBe(NoteLevel.Warning);
        note.Text.ShouldStartWith("The report 'Allure results' failed and is incomplete: ");
        note.Text.ShouldContain(reason);
        note.Text.ShouldContain("Make room or give the right to write");
        _others.Heard.OfType<CaseFinished>().Count().ShouldBe(Tests);
        _others.Heard.OfType<RunFinished>().ShouldHaveSingleItem();
    }

    private void CheckWhole()
    {
        var results = Directory.GetFiles(_run.Results, "*-result.json");
        results.Length.ShouldBeInRange(1, Tests - 1);
        foreach (var file in results)
            JsonNode.Parse(File.ReadAllText(file))!["status"]!.GetValue<string>().ShouldBe("passed");
    }
}
