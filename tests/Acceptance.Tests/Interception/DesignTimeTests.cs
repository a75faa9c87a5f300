using TestFlock.Acceptance.Tests.Support;

namespace TestFlock.Acceptance.Tests.Interception;

/// <summary>An IDE reads from the items what a build copies where, and may copy in the build's place.</summary>
public sealed class DesignTimeTests
{
    [Fact]
    public async Task What_an_IDE_reads_of_the_project_names_the_place_that_the_build_copies_to()
    {
        using var workspace = await Workspace.CreateAsync();
        var project = FrameworkVersion.NUnit5.AddPackages(new TestProject(workspace, "Suite")).Write(
            "Suite.cs", OneTest.NUnit);
        project.UsesTestFlock = true;
        (await project.Save().DotnetAsync("restore")).ShouldSucceed();

        var items = await project.DotnetAsync(
            "msbuild", "-property:DesignTimeBuild=true",
            "-getTargetResult:_GetCopyToOutputDirectoryItemsFromThisProject");

        items.ShouldSucceed().Output.ShouldContain("\"TargetPath\": \"testflock/NUnit3.TestAdapter.dll\"");
        items.Output.ShouldNotContain("\"TargetPath\": \"NUnit3.TestAdapter.dll\"");
    }
}
