using System.Globalization;
using TestFlock.Acceptance.Tests.Interception;
using TestFlock.Acceptance.Tests.Support;

namespace TestFlock.Acceptance.Tests.Flock;

/// <summary>What a slot has not begun of its batch does not wait for it while another slot is free.</summary>
public sealed class TakingBackTests
{
    // So many that a batch of a first run has several.
    private const int Tests = 200;

    // Logs are kept of runs in which more than a test went wrong.
    private const string Faulty =
        "public class Faulty { [Xunit.Fact] public void Ends_its_process() => System.Environment.Exit(3); }";

    [Fact]
    public async Task A_test_that_waits_for_all_others_of_its_run_keeps_none_of_them_waiting()
    {
        using var workspace = await Workspace.CreateAsync();
        var folder = Directory.CreateDirectory(Path.Combine(workspace.Folder, "patient")).FullName;
        var logs = Directory.CreateDirectory(Path.Combine(workspace.Folder, "temp")).FullName;
        workspace.Write(
            "flock.runsettings",
            $"""
            <RunSettings>
              <RunConfiguration>
                <EnvironmentVariables><PATIENT>{folder}</PATIENT></EnvironmentVariables>
              </RunConfiguration>
              <TestFlock><Slots>2</Slots><Isolation>warm</Isolation></TestFlock>
            </RunSettings>
            """);
        var project = Suite(workspace);
        (await project.Save().BuildAsync()).ShouldSucceed();

        // Without a history, which would tell the planner which test takes long. Not before the build, which looks
        // there for packages.
        workspace.Environment["XDG_DATA_HOME"] = Path.Combine(workspace.Folder, "data");
        workspace.Environment["TMPDIR"] = logs;

        var run = await project.TestAsync("--settings", "flock.runsettings");

        run.Results.Count.ShouldBe(Tests + 1, run.ToString());
        run.Results.Where(result => result.Outcome != "Passed").Select(result => result.DisplayName)
            .ShouldBe(["Faulty.Ends_its_process"], run.ToString());
        var log = File.ReadAllText(
            Directory.EnumerateFiles(logs, "coordinator.log", SearchOption.AllDirectories).Single());
        log.ShouldContain("go back to the run: other slots are free", customMessage: log);
    }

    // A class is what a call has at least; the first call of a slot has no more than one.
    private static TestProject Suite(Workspace workspace)
    {
        var classes = Enumerable.Range(1, Tests).Select(number => string.Create(
            CultureInfo.InvariantCulture,
            $"public class Patient{number} {{ [Xunit.Fact] public void Test() => Patient.Test({Tests}); }}"));
        return FrameworkVersion.XunitV2.AddPackages(new TestProject(workspace, "Patience") { UsesTestFlock = true })
            .Write("Patient.cs", File.ReadAllText(
                Path.Combine(AppContext.BaseDirectory, "Flock", "Suites", "Patient.cs")))
            .Write("Classes.cs", string.Join('\n', classes))
            .Write("Faulty.cs", Faulty);
    }
}
