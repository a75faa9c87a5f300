using TestFlock.Acceptance.Tests.Support;

namespace TestFlock.Acceptance.Tests.Interception;

public sealed class BuildTests
{
    // One adapter that comes as a file, one that comes as a reference.
    public static TheoryData<string> Frameworks => [FrameworkVersion.NUnit5.Name, FrameworkVersion.MSTest4.Name];

    [Theory]
    [MemberData(nameof(Frameworks))]
    public async Task A_second_build_writes_nothing_and_a_clean_leaves_nothing(string name)
    {
        using var workspace = await Workspace.CreateAsync();
        var project = Project(workspace, FrameworkVersion.Named(name));
        (await project.BuildAsync()).ShouldSucceed();
        var afterFirst = FolderContent.WriteTimesOf(project.Folder);

        (await project.BuildAsync()).ShouldSucceed();
        FolderContent.WriteTimesOf(project.Folder).Except(afterFirst).ShouldBeEmpty();

        (await project.DotnetAsync("clean")).ShouldSucceed();
        project.OutputFiles().ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Frameworks))]
    public async Task The_published_folder_runs_as_the_built_one_does(string name)
    {
        var framework = FrameworkVersion.Named(name);
        using var workspace = await Workspace.CreateAsync();
        var project = Project(workspace, framework);
        var published = Path.Combine(workspace.Folder, "published");

        // What an earlier publish left there must not matter.
        (await project.DotnetAsync("publish", "-c", "Debug", "-o", published, "-p:TestFlockEnabled=false"))
            .ShouldSucceed();
        FolderContent.Of(published).ShouldContain(framework.AdapterFile);
        (await project.BuildAsync()).ShouldSucceed();

        foreach (var options in new string[][] { ["--no-build"], [] })
        {
            (await project.DotnetAsync("publish", ["-c", "Debug", "-o", published, .. options])).ShouldSucceed();

            FolderContent.Of(published).ShouldContain("testflock/program/testflock.dll");
            FolderContent.Of(published).ShouldContain("testflock/" + framework.AdapterFile);
            FolderContent.Of(published).ShouldNotContain(framework.AdapterFile);
            var run = await TestRun.OfAsync(workspace, "vstest", Path.Combine(published, "Suite.dll"));
            run.Results.Count.ShouldBe(1, run.ToString());
        }
    }

    [Fact]
    public async Task The_program_can_stay_where_it_is()
    {
        using var workspace = await Workspace.CreateAsync();
        var project = Project(workspace, FrameworkVersion.NUnit5);
        project.Properties["TestFlockCopyProgram"] = "false";
        (await project.Save().BuildAsync()).ShouldSucceed();

        project.OutputFiles().ShouldNotContain(file => file.StartsWith("testflock/program/"));
        var program = File.ReadAllText(Path.Combine(project.Output, "testflock", "program.path")).Trim();
        File.Exists(Path.Combine(program, "testflock.dll")).ShouldBeTrue(program);
    }

    [Fact]
    public async Task A_program_that_is_not_there_is_named_before_a_test_needs_it()
    {
        using var workspace = await Workspace.CreateAsync();
        var project = Project(workspace, FrameworkVersion.NUnit5);
        project.Properties["TestFlockProgramDirectory"] = "/nowhere/";

        var build = await project.Save().BuildAsync();

        build.ExitCode.ShouldNotBe(0);
        build.Output.ShouldContain("error TESTFLOCK003");
        build.Output.ShouldContain("'/nowhere/'");
    }

    [Fact]
    public async Task A_target_that_TestFlock_cannot_run_on_is_named()
    {
        using var workspace = await Workspace.CreateAsync();
        var project = new TestProject(workspace, "Old") { UsesTestFlock = true };
        project.Packages.Clear();
        project.Properties["TargetFramework"] = "netstandard2.0";
        project.Properties["IsTestProject"] = "true";
        project.Properties["ImplicitUsings"] = "disable";

        var build = await project.Save().BuildAsync();

        build.ShouldSucceed().Output.ShouldContain("warning TESTFLOCK002: Old targets netstandard2.0");
        FolderContent.Of(project.Folder).ShouldAllBe(file => !file.Contains("TestFlock.TestAdapter.dll"));
    }

    private static TestProject Project(Workspace workspace, FrameworkVersion framework)
    {
        var project = framework.AddPackages(new TestProject(workspace, "Suite")).Write(
            "Suite.cs", OneTest.Of(framework));
        project.UsesTestFlock = true;
        return project.Save();
    }
}
