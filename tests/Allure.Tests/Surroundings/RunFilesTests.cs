using TestFlock.Allure.Tests.Support;
using TestFlock.Contracts;
using TestFlock.Core.Reporting;

namespace TestFlock.Allure.Tests.Surroundings;

/// <summary>What a report says of the run itself and of no test.</summary>
public sealed class RunFilesTests : IDisposable
{
    private static readonly AttemptPlace Before = new("agent-1", 1);
    private static readonly AttemptPlace After = new("agent-2", 3);

    private readonly ReportedRun _run = new();

    public void Dispose() => _run.Dispose();

    [Fact]
    public async Task What_went_wrong_with_the_run_is_among_its_errors_and_all_that_was_noted_is_attached()
    {
        await _run.BeginAsync(Cases.Of("Shop.CartTests.Adds"));
        await _run.TellAsync(new NoteMade(NoteLevel.Informational, "Tests wait for agents."));
        await _run.TellAsync(new NoteMade(NoteLevel.Warning, "Agent agent-1 cannot provide for its tests.\nNo disk.")
        {
            IsAccident = true,
        });
        await _run.TellAsync(new NoteMade(NoteLevel.Error, "Redis went away."));
        await _run.TellAsync(new BatchTaken(Before, _run.Time.GetUtcNow()));
        await _run.TellAsync(new BatchTaken(After, _run.Time.GetUtcNow()) { Before = Before });
        await _run.EndAsync();

        var globals = _run.Read("-globals.json").ShouldHaveSingleItem();
        globals["errors"]!.AsArray().Select(error => ((string?)error!["message"], (string?)error["trace"])).ShouldBe(
        [
            ("agent-1, slot 1, went away in the midst of a batch; agent-2, slot 3, began it again.", ""),
            ("Agent agent-1 cannot provide for its tests.", "No disk."),
            ("Redis went away.", ""),
        ]);
        var attached = globals["attachments"]!.AsArray().ToDictionary(
            file => (string)file!["name"]!, file => File.ReadAllText(Path.Combine(_run.Results, (string)file!["source"]!)));
        attached["coordinator.log"].ShouldBe("what the coordinator did");
        attached["notes of the run"].ShouldContain("Informational: Tests wait for agents.");
        var properties = await File.ReadAllTextAsync(Path.Combine(_run.Results, "environment.properties"));
        properties.ShouldContain("agent-1, agent-2");
    }
}
