using TestFlock.Acceptance.Tests.Interception;
using TestFlock.Acceptance.Tests.Support;

namespace TestFlock.Acceptance.Tests.Flock;

public sealed class MixedTests
{
    private static readonly FrameworkVersion[] Frameworks =
        [FrameworkVersion.NUnit6, FrameworkVersion.XunitV2, FrameworkVersion.MSTest4];

    [Fact]
    public async Task A_project_with_several_frameworks_runs_the_tests_of_each_once()
    {
        using var workspace = await Workspace.CreateAsync();
        var project = new TestProject(workspace, "Mixed") { UsesTestFlock = true };
        foreach (var framework in Frameworks)
            framework.AddPackages(project).Write(framework.Name + ".cs", OneTest.Of(framework));
        (await project.Save().BuildAsync()).ShouldSucceed();
        workspace.Write(
            "flock.runsettings",
            "<RunSettings><NUnit><TestOutputXml>xml</TestOutputXml></NUnit><TestFlock><Isolation>process</Isolation></TestFlock></RunSettings>");

        var passedThrough = await project.TestAsync();
        var flock = await project.TestAsync("--settings", "flock.runsettings");

        flock.Results.ShouldBe(passedThrough.Results, ignoreOrder: true, flock.ToString());
        flock.Results.Select(result => result.ExecutorUri).ShouldBe(
            Frameworks.Select(framework => framework.ExecutorUri), ignoreOrder: true);
        flock.Command.ExitCode.ShouldBe(0);
        flock.Command.Output.ShouldContain(
            "TestFlock: <NUnit><TestOutputXml> writes no file when the tests run on a flock");
        FolderContent.Of(project.Folder).ShouldAllBe(file => !file.Contains("/xml/"));
    }
}
