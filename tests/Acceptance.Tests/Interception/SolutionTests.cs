using TestFlock.Acceptance.Tests.Support;

namespace TestFlock.Acceptance.Tests.Interception;

/// <summary>More than one framework, target or project at a time.</summary>
public sealed class SolutionTests
{
    private static readonly FrameworkVersion[] AllFrameworks =
        [FrameworkVersion.NUnit6, FrameworkVersion.XunitV2, FrameworkVersion.MSTest4];

    [Fact]
    public async Task A_project_may_use_several_frameworks_at_once()
    {
        using var workspace = await Workspace.CreateAsync();
        var project = new TestProject(workspace, "Mixed") { UsesTestFlock = true };
        foreach (var framework in AllFrameworks)
            framework.AddPackages(project).Write(framework.Name + ".cs", OneTest.Of(framework));
        project.Save();

        (await project.BuildAsync("-p:TestFlockEnabled=false")).ShouldSucceed();
        var native = await project.TestAsync();
        (await project.BuildAsync()).ShouldSucceed();
        var passedThrough = await project.TestAsync();

        native.Results.Select(result => result.ExecutorUri).ShouldBe(
            AllFrameworks.Select(framework => framework.ExecutorUri), ignoreOrder: true);
        passedThrough.Results.ShouldBe(native.Results, ignoreOrder: true);
    }

    [Fact]
    public async Task A_solution_of_several_targets_builds_and_runs_in_one_go()
    {
        using var workspace = await Workspace.CreateAsync();
        var one = Project(workspace, "One", FrameworkVersion.NUnit5);
        var two = Project(workspace, "Two", FrameworkVersion.XunitV3);
        var targets = Project(workspace, "Targets", FrameworkVersion.MSTest4);
        targets.Properties.Remove("TargetFramework");
        targets.Properties["TargetFrameworks"] = "net8.0;net10.0";
        // Only one runtime is needed on the machine that runs this.
        targets.Properties["RollForward"] = "LatestMajor";
        foreach (var project in new[] { one, two, targets })
            project.Save();
        workspace.Write("All.slnx",
            """
            <Solution>
              <Project Path="One/One.csproj" />
              <Project Path="Two/Two.csproj" />
              <Project Path="Targets/Targets.csproj" />
            </Solution>
            """);

        var run = await workspace.DotnetAsync("test", "All.slnx", "--logger", "console;verbosity=minimal");

        run.ShouldSucceed().Lines.Count(
            line => line.Contains("Failed:     0, Passed:     1, Skipped:     0, Total:     1"))
            .ShouldBe(4, run.ToString());
        run.Output.ShouldNotContain("warn");
        foreach (var target in new[] { "net8.0", "net10.0" })
            FolderContent.Of(Path.Combine(targets.Folder, "bin", "Debug", target)).ShouldContain(
                "testflock/MSTest.TestAdapter.dll");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_referenced_test_project_keeps_its_TestFlock_to_itself(bool isBaseWithTestFlock)
    {
        using var workspace = await Workspace.CreateAsync();
        var framework = FrameworkVersion.NUnit5;
        var @base = Project(workspace, "Base", framework);
        @base.UsesTestFlock = isBaseWithTestFlock;
        @base.Save();
        // It gets the adapter from the project that it references, as a file that is copied along.
        var derived = new TestProject(workspace, "Derived").With("NUnit", "4.4.0").Write("Derived.cs", OneTest.NUnit);
        derived.References.Add(@base);
        derived.UsesTestFlock = !isBaseWithTestFlock;
        derived.Save();

        (await derived.BuildAsync()).ShouldSucceed();

        derived.OutputFiles().Contains("TestFlock.TestAdapter.dll").ShouldBe(derived.UsesTestFlock);
        derived.OutputFiles().Contains(framework.AdapterFile).ShouldBe(!derived.UsesTestFlock);
        derived.OutputFiles().Contains("testflock/" + framework.AdapterFile).ShouldBe(derived.UsesTestFlock);
        foreach (var project in new[] { @base, derived })
        {
            var run = await project.TestAsync();
            run.Results.Count.ShouldBe(1, run.ToString());
        }
    }

    private static TestProject Project(Workspace workspace, string name, FrameworkVersion framework)
    {
        var project = framework.AddPackages(new TestProject(workspace, name)).Write("Suite.cs", OneTest.Of(framework));
        project.UsesTestFlock = true;
        if (framework.IsProgram)
            project.Properties["OutputType"] = "Exe";
        return project;
    }
}
