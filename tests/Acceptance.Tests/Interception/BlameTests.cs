using System.Xml.Linq;
using TestFlock.Acceptance.Tests.Support;

namespace TestFlock.Acceptance.Tests.Interception;

/// <summary>The blame collector hears of each test's start and end while the test host still lives.</summary>
public sealed class BlameTests
{
    private const string Suite =
        """
        using NUnit.Framework;

        public class Suite
        {
            [Test]
            [Order(1)]
            public void Passes()
            {
            }

            [Test]
            [Order(2)]
            public void Hangs() => Thread.Sleep(Timeout.Infinite);
        }
        """;

    [Theory]
    [InlineData("<RunSettings />")]
    [InlineData("<RunSettings><TestFlock><Slots>1</Slots></TestFlock></RunSettings>")]
    public async Task Blame_names_the_test_that_hangs_here_and_on_a_flock(string settings)
    {
        using var workspace = await Workspace.CreateAsync();
        workspace.Write("some.runsettings", settings);
        var project = FrameworkVersion.NUnit6.AddPackages(new TestProject(workspace, "Hanging")).Write(
            "Suite.cs", Suite);
        project.UsesTestFlock = true;
        (await project.Save().BuildAsync()).ShouldSucceed();

        var run = await project.TestAsync(
            "--settings", "some.runsettings", "--blame-hang-timeout", "15s", "--blame-hang-dump-type", "none");

        run.Command.ExitCode.ShouldBe(1, run.ToString());
        run.Command.Output.ShouldContain("Suite.Hangs");
        // A TRX report keeps a copy of the file.
        var sequences = FolderContent.Of(run.ResultsFolder).Where(file => file.Contains("Sequence_")).ToArray();
        sequences.ShouldNotBeEmpty(run.ToString());
        sequences.ShouldAllBe(
            file => TestsIn(Path.Combine(run.ResultsFolder, file)) == "Passes completed True, Hangs completed False");
    }

    private static string TestsIn(string sequence) => string.Join(", ", XDocument.Load(sequence).Descendants("Test")
        .Select(test => $"{test.Attribute("DisplayName")!.Value} completed {test.Attribute("Completed")!.Value}"));
}
