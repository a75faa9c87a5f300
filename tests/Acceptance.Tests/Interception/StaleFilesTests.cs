using TestFlock.Acceptance.Tests.Support;

namespace TestFlock.Acceptance.Tests.Interception;

/// <summary>
/// An adapter left in the wrong place would run every test twice, or not at all: so each step looks at both, the files
/// and the results.
/// </summary>
public sealed class StaleFilesTests
{
    // One adapter that comes as a file, one that comes as a reference.
    public static TheoryData<string> Frameworks => [FrameworkVersion.NUnit5.Name, FrameworkVersion.MSTest4.Name];

    [Theory]
    [MemberData(nameof(Frameworks))]
    public async Task The_package_comes_and_goes_without_a_clean(string name)
    {
        var framework = FrameworkVersion.Named(name);
        using var workspace = await Workspace.CreateAsync();
        var project = framework.AddPackages(new TestProject(workspace, "Suite")).Write(
            "Suite.cs", OneTest.Of(framework));

        await BuildsAsync(project.Save());
        await RunsOnceAsync(project, framework, isInFront: false);

        project.UsesTestFlock = true;
        await BuildsAsync(project.Save());
        await RunsOnceAsync(project, framework, isInFront: true);

        await BuildsAsync(project, "-p:TestFlockEnabled=false");
        await RunsOnceAsync(project, framework, isInFront: false);

        await BuildsAsync(project);
        await RunsOnceAsync(project, framework, isInFront: true);

        project.UsesTestFlock = false;
        await BuildsAsync(project.Save());
        await RunsOnceAsync(project, framework, isInFront: false);
        project.OutputFiles().ShouldAllBe(file => !file.Contains("testflock", StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [MemberData(nameof(Frameworks))]
    public async Task An_adapter_that_was_left_behind_runs_no_test_twice_and_goes_with_the_next_build(string name)
    {
        var framework = FrameworkVersion.Named(name);
        using var workspace = await Workspace.CreateAsync();
        var project = framework.AddPackages(new TestProject(workspace, "Suite")).Write(
            "Suite.cs", OneTest.Of(framework));
        project.UsesTestFlock = true;
        await BuildsAsync(project.Save());

        File.Copy(
            Path.Combine(project.Output, "testflock", framework.AdapterFile),
            Path.Combine(project.Output, framework.AdapterFile));
        (await project.TestAsync()).Results.Count.ShouldBe(1);
        var listing = await workspace.DotnetAsync("test", project.Assembly, "--list-tests");
        listing.Lines.Count(line => line.StartsWith("    ", StringComparison.Ordinal)).ShouldBe(1, listing.ToString());
        var distributed = await project.TestAsync("--", "TestFlock.Enabled=true");
        distributed.Command.ExitCode.ShouldNotBe(0, distributed.ToString());
        distributed.Command.Lines.Count(
            line => line.Contains($"TestFlock is not in front of '{framework.AdapterFile}'"))
            .ShouldBe(1, distributed.ToString());

        await BuildsAsync(project);
        await RunsOnceAsync(project, framework, isInFront: true);
    }

    private static async Task BuildsAsync(TestProject project, params string[] options) =>
        (await project.BuildAsync(options)).ShouldSucceed();

    private static async Task RunsOnceAsync(TestProject project, FrameworkVersion framework, bool isInFront)
    {
        var files = project.OutputFiles();
        files.Contains("TestFlock.TestAdapter.dll").ShouldBe(isInFront);
        files.Contains(framework.AdapterFile).ShouldBe(!isInFront);
        files.Contains("testflock/" + framework.AdapterFile).ShouldBe(isInFront);

        var run = await project.TestAsync();
        run.Results.Count.ShouldBe(1, run.ToString());
        run.Command.ShouldSucceed();
        run.Command.Output.ShouldNotContain("warn");
    }
}
