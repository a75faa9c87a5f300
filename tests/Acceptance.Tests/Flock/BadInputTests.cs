using TestFlock.Acceptance.Tests.Interception;
using TestFlock.Acceptance.Tests.Support;

namespace TestFlock.Acceptance.Tests.Flock;

/// <summary>What cannot be done is said before anything runs: the thing, the value and the cure.</summary>
public sealed class BadInputTests(WaitingSuite suite) : IClassFixture<WaitingSuite>
{
    [Fact]
    public async Task All_that_is_wrong_in_the_settings_is_told_at_once()
    {
        var run = await suite.RunFirstAsync(
            "<RunSettings><TestFlock><Slotz>2</Slotz><Unit>sometimes</Unit><Slots>many</Slots></TestFlock></RunSettings>");

        run.Command.ExitCode.ShouldBe(1, run.ToString());
        run.Results.ShouldBeEmpty();
        run.Command.Output.ShouldContain("<Slotz>");
        run.Command.Output.ShouldContain("'sometimes'");
        run.Command.Output.ShouldContain("'many'");
        run.Command.Output.ShouldContain("auto, test, class");
    }

    [Fact]
    public async Task What_is_wrong_in_the_settings_is_told_though_no_test_is_selected()
    {
        var wrong = await suite.RunNoneAsync("<RunSettings><TestFlock><Slots>many</Slots></TestFlock></RunSettings>");
        var right = await suite.RunNoneAsync("<RunSettings><TestFlock><Slots>1</Slots></TestFlock></RunSettings>");

        wrong.Command.ExitCode.ShouldBe(1, wrong.ToString());
        wrong.Command.Output.ShouldContain("'many'");
        right.Command.ShouldSucceed().Output.ShouldContain("No test matches the given testcase filter");
    }

    [Fact]
    public async Task A_wrong_address_for_metrics_is_told_and_the_run_goes_on()
    {
        var run = await suite.RunFirstAsync("""
            <RunSettings>
              <RunConfiguration>
                <EnvironmentVariables><TESTFLOCK_STATSD>here:what</TESTFLOCK_STATSD></EnvironmentVariables>
              </RunConfiguration>
              <TestFlock><Slots>1</Slots></TestFlock>
            </RunSettings>
            """);

        run.Command.ShouldSucceed().Output.ShouldContain("TESTFLOCK_STATSD: 'here:what' is no address.");
        run.Results.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_missing_program_is_named_with_the_places_it_was_looked_for()
    {
        var program = Path.Combine(suite.Project.Output, "testflock", "program", "testflock.dll");
        File.Move(program, program + ".gone");
        try
        {
            var run = await suite.RunFirstAsync("<RunSettings><TestFlock /></RunSettings>");

            run.Command.ExitCode.ShouldBe(1, run.ToString());
            run.Results.ShouldBeEmpty();
            run.Command.Output.ShouldContain("TestFlock's program testflock.dll was not found. Looked at: " + program);
            run.Command.Output.ShouldContain("Build the test project again");
        }
        finally
        {
            File.Move(program + ".gone", program);
        }
    }

    [Fact]
    public async Task A_source_that_is_no_test_assembly_is_told_with_its_cure()
    {
        using var workspace = await Workspace.CreateAsync();
        var project = new TestProject(workspace, "Library") { UsesTestFlock = true };
        (await project.Write("Nothing.cs", "public class Nothing;").Save().BuildAsync()).ShouldSucceed();
        workspace.Write("flock.runsettings", "<RunSettings><TestFlock /></RunSettings>");

        var library = await project.TestAsync("--settings", "flock.runsettings");
        workspace.Write(project.Assembly, "half a file that a full disk left");
        var text = await project.TestAsync("--settings", "flock.runsettings");

        library.Command.ExitCode.ShouldBe(1, library.ToString());
        library.Command.Output.ShouldContain($"TestFlock cannot run '{project.Assembly}': no test adapter lies beside");
        library.Command.Output.ShouldContain("NUnit3TestAdapter, xunit.runner.visualstudio or MSTest.TestAdapter");
        text.Command.ExitCode.ShouldBe(1, text.ToString());
        text.Command.Output.ShouldContain($"TestFlock cannot run '{project.Assembly}': it is no .NET assembly");
    }

    [Fact]
    public async Task A_project_that_holds_no_test_yet_is_what_it_is_natively()
    {
        using var workspace = await Workspace.CreateAsync();
        var project = FrameworkVersion.NUnit6.AddPackages(
            new TestProject(workspace, "Empty") { UsesTestFlock = true });
        project.Write("Nothing.cs", "public class Nothing;").Save();

        (await project.BuildAsync("-p:TestFlockEnabled=false")).ShouldSucceed();
        var native = await project.TestAsync();
        (await project.BuildAsync()).ShouldSucceed();
        workspace.Write("flock.runsettings", "<RunSettings><TestFlock /></RunSettings>");
        var flock = await project.TestAsync("--settings", "flock.runsettings");

        flock.Command.ExitCode.ShouldBe(native.Command.ExitCode, flock.ToString());
        flock.Command.Output.ShouldContain("No test is available in ");
    }
}
