using TestFlock.Acceptance.Tests.Support;

namespace TestFlock.Acceptance.Tests.Interception;

/// <summary>Microsoft.Testing.Platform loads no VSTest adapters: all there is to do is to say so.</summary>
public sealed class TestingPlatformTests
{
    public static TheoryData<string, string> Projects => new()
    {
        { FrameworkVersion.NUnit6.Name, "EnableNUnitRunner" },
        { FrameworkVersion.MSTest4.Name, "EnableMSTestRunner" },
        { FrameworkVersion.XunitV3.Name, "TestingPlatformDotnetTestSupport" },
        { FrameworkVersion.XunitV3.Name, "global.json" },
    };

    [Theory]
    [MemberData(nameof(Projects))]
    public async Task A_project_on_the_testing_platform_gets_one_warning_and_nothing_else(string name, string setting)
    {
        var framework = FrameworkVersion.Named(name);
        using var workspace = await Workspace.CreateAsync();
        var project = framework.AddPackages(new TestProject(workspace, "Suite")).Write(
            "Suite.cs", OneTest.Of(framework));
        project.Properties["OutputType"] = "Exe";
        project.UsesTestFlock = true;
        if (setting == "global.json")
            workspace.Write(setting, """{ "test": { "runner": "Microsoft.Testing.Platform" } }""");
        else
            project.Properties[setting] = "true";
        if (framework.IsProgram)
            project.Properties["UseMicrosoftTestingPlatformRunner"] = "true";
        project.Save();

        var build = await project.BuildAsync();

        var warnings = build.ShouldSucceed().Lines.Where(line => line.Contains("TESTFLOCK001")).Distinct().ToArray();
        warnings.Length.ShouldBe(1, build.ToString());
        warnings[0].ShouldContain(setting);
        project.OutputFiles().ShouldContain(framework.AdapterFile);
        project.OutputFiles().ShouldAllBe(file => !file.Contains("TestFlock", StringComparison.OrdinalIgnoreCase));
    }
}
